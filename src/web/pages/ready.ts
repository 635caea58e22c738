import type { Studied } from '../views.ts'

/** A study that is there to be shown. */
export type ReadyStudy = Extract<Studied, { readonly kind: 'ready' }>['study']

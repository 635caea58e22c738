import type { Child, FC } from 'hono/jsx'

/**
 * Tables, whose rows may fold on phones. Folding changes `display`, and with it browsers drop the table's meaning; so
 * every part says its role again.
 */

interface PartProps {
  readonly class?: string | undefined
  readonly children?: Child
}

interface TableProps extends PartProps {
  /** What the table holds, for whoever hears it. */
  readonly label: string
  /** The columns of a folded row, as `grid-template-columns` takes them; without it nothing folds. */
  readonly fold?: string
}

/** What scrolls sideways can be reached without a mouse. */
export const Table: FC<TableProps> = ({ label, fold, class: name = '', children }) => (
  <section class="scroll" tabindex={0} aria-label={label}>
    {/* biome-ignore lint/a11y/noRedundantRoles: folding drops the role */}
    <table role="table" class={`${fold ? 'fold ' : ''}${name}`} style={fold && `--fold:${fold}`}>
      {children}
    </table>
  </section>
)

export const Head: FC<PartProps> = ({ children }) => (
  // biome-ignore lint/a11y/noRedundantRoles: folding drops the role
  <thead role="rowgroup">
    <Row>{children}</Row>
  </thead>
)

export const Body: FC<PartProps> = ({ children }) => (
  // biome-ignore lint/a11y/noRedundantRoles: folding drops the role
  <tbody role="rowgroup">{children}</tbody>
)

export const Row: FC<PartProps> = ({ class: name, children }) => (
  // biome-ignore lint/a11y/noRedundantRoles: folding drops the role
  <tr role="row" class={name}>
    {children}
  </tr>
)

export const ColumnHead: FC<PartProps> = ({ class: name, children }) => (
  // biome-ignore lint/a11y/noRedundantRoles: folding drops the role
  <th role="columnheader" scope="col" class={name}>
    {children}
  </th>
)

/** The head of a row; `across` makes it the head of all rows beneath it. */
export const RowHead: FC<PartProps & { readonly across?: number }> = ({ across, class: name, children }) => (
  // biome-ignore lint/a11y/noRedundantRoles: folding drops the role
  <th role="rowheader" scope="row" class={name} colspan={across}>
    {children}
  </th>
)

export const Cell: FC<PartProps> = ({ class: name, children }) => (
  // biome-ignore lint/a11y/noRedundantRoles: folding drops the role
  <td role="cell" class={name}>
    {children}
  </td>
)

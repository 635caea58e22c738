import type { Kernels } from '../kernels.ts'
import type { Instance } from './instance.ts'

export const distanceSums =
  ({ call, memory }: Instance): Kernels['distanceSums'] =>
  ({ starts, x, y, weight, blur }) => {
    memory.clear()
    const [sets, places] = [starts.length - 1, x.length]
    const given = [starts, x, y, weight, blur].map((array) => memory.put(array))
    const [across, sums] = [memory.room(8 * places), memory.zeros(8 * places * sets)]
    call.distanceSums(sets, ...given, across, sums)
    return new Float64Array(memory.bytes(), sums, places * sets).slice()
  }

export { openThreads, threadsFor } from './threads.ts'

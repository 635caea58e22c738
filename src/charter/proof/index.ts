export { type Proof, parseProof, printProof, proofDigest, proofSchema } from './proof.ts'
export { type CertificatesVerdict, type Evidence, verifyCertificates } from './verify.ts'

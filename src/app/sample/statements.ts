/**
 * What the invented people of the sample say. Each line: id, how likely a person of the three planted groups agrees
 * (plain, caring, human-first), and the words. The groups and numbers are invented, and every page says so.
 */
export interface SampleStatement {
  readonly id: string
  readonly agree: readonly [number, number, number]
  readonly text: string
}

const line = (id: string, plain: number, caring: number, human: number, text: string): SampleStatement => ({
  id,
  agree: [plain, caring, human],
  text,
})

export const STATEMENTS: readonly SampleStatement[] = [
  // What nearly everyone wants.
  line('s01', 0.95, 0.94, 0.92, 'It says it is a machine when I ask, and never claims to be a person.'),
  line('s02', 0.9, 0.94, 0.92, 'What cannot be undone waits for a person.'),
  line('s03', 0.96, 0.91, 0.92, 'It tells me when it does not know.'),
  line('s04', 0.95, 0.84, 0.92, 'It passes nothing on about me without telling me.'),
  line(
    's05',
    0.88,
    0.94,
    0.86,
    'When I doubt what is real, it stays with me, says plainly what it sees, and does not send me away.',
  ),
  line('s06', 0.87, 0.85, 0.82, 'I can read why it answered as it did.'),
  line('s07', 0.84, 0.9, 0.93, 'A person can take over whenever I ask for one.'),
  line('s08', 0.9, 0.88, 0.84, 'It says where its information comes from.'),
  line('s09', 0.85, 0.86, 0.9, 'Being slow with words is never held against me.'),

  // Where the groups part.
  line('s10', 0.86, 0.26, 0.48, 'What I say to it stays with me, whatever I say.'),
  line('s11', 0.32, 0.91, 0.56, 'If a life may be at risk, a person must be told, even if I say no.'),
  line(
    's12',
    0.84,
    0.3,
    0.44,
    'extreme transparency in conversation, even if it reveals uncomfortable knowledge',
  ),
  line('s13', 0.24, 0.84, 0.4, 'It should be gentle first and complete second.'),
  line('s14', 0.7, 0.95, 0.82, 'It teaches no one how to hurt themselves or somebody else.'),
  line('s15', 0.05, 0.07, 0.52, 'I value living in a world free of the influence of AI'),
  line('s16', 0.5, 0.52, 0.93, 'No office should be reachable only through a machine.'),
  line('s17', 0.12, 0.14, 0.4, 'It must never influence what anyone thinks.'),
  line('s18', 0.52, 0.9, 0.6, 'In an emergency it acts for me at once, without asking.'),
  line('s19', 0.74, 0.3, 0.68, 'It never does anything on my behalf that I did not ask for.'),
  line('s20', 0.46, 0.76, 0.22, 'It remembers what I told it last time, so that I need not say it again.'),
  line('s21', 0.66, 0.28, 0.74, 'It forgets our talk each night unless I keep it.'),

  // What is each person’s own affair.
  line('s22', 0.82, 0.52, 0.6, 'It pushes back on me when I am wrong, rather than only encouraging me.'),
  line('s23', 0.86, 0.78, 0.7, 'I set how blunt it is.'),
  line('s24', 0.66, 0.84, 0.76, 'I would rather it asked me one more question than guessed what I want.'),
  line('s25', 0.58, 0.62, 0.48, 'It speaks in the words people use where I live.'),

  // Doing things for people.
  line('s26', 0.8, 0.66, 0.3, 'It fills in forms for me, and I only sign.'),
  line('s27', 0.78, 0.46, 0.24, 'It does what I ask at once, without making me wait for somebody.'),
  line('s28', 0.6, 0.74, 0.36, 'It books appointments for me when I say yes.'),
  line('s29', 0.22, 0.7, 0.46, 'It checks on me the next day if I was in a bad way.'),
  line('s30', 0.5, 0.72, 0.34, 'It reads my letters from the city with me, line by line.'),
  line('s31', 0.7, 0.76, 0.86, 'It gives no advice on whom to vote for.'),
  line('s32', 0.82, 0.6, 0.7, 'It tells me my rights even when that is inconvenient for the city.'),
  line('s33', 0.76, 0.5, 0.64, 'It criticises the city when the city is wrong.'),

  // Work, schools, offices.
  line('s34', 0.3, 0.36, 0.9, 'No machine grades what a child has written.'),
  line('s35', 0.26, 0.32, 0.88, 'Nobody loses their job at the city because of it.'),
  line('s36', 0.34, 0.4, 0.86, 'A letter that decides something about me is signed by a person who read it.'),
  line('s37', 0.76, 0.56, 0.2, 'It may handle small claims alone, if I can appeal.'),
  line('s38', 0.7, 0.58, 0.18, 'Most questions need no person at all.'),
  line('s39', 0.38, 0.42, 0.84, 'The phone line keeps people on it, day and night.'),
  line('s40', 0.28, 0.3, 0.8, 'The money for it would be better spent on people.'),

  // Tone and care.
  line('s41', 0.24, 0.8, 0.44, 'It notices when I am upset, and slows down.'),
  line('s42', 0.2, 0.68, 0.18, 'It may say that it is sorry for what happened to me.'),
  line('s43', 0.74, 0.3, 0.56, 'It leaves feelings out and keeps to facts.'),
  line('s44', 0.3, 0.78, 0.5, 'It never tells me that something is hopeless.'),
  line('s45', 0.8, 0.4, 0.5, 'It tells me the odds, in numbers, even when they are bad.'),
  line('s46', 0.36, 0.8, 0.54, 'It asks whether I want to hear it before it says something hard.'),
  line('s47', 0.66, 0.34, 0.48, 'It does not repeat warnings I have already heard.'),

  // Safety and limits.
  line('s48', 0.28, 0.84, 0.52, 'It stops a talk that is doing me harm.'),
  line('s49', 0.7, 0.24, 0.46, 'I am an adult: it warns me once and then lets me decide.'),
  line('s50', 0.3, 0.82, 0.6, 'Children get a gentler assistant than adults.'),
  line('s51', 0.62, 0.3, 0.4, 'It answers hard questions about drugs as a pharmacist would.'),
  line('s52', 0.26, 0.74, 0.58, 'When in doubt, it says less.'),
  line('s53', 0.76, 0.36, 0.5, 'A refusal should always say what it refuses and why.'),

  // Privacy and records.
  line('s54', 0.78, 0.42, 0.72, 'The city keeps no record of what I asked.'),
  line('s55', 0.3, 0.66, 0.34, 'Nurses may read earlier talks, so that they can help.'),
  line('s56', 0.84, 0.7, 0.82, 'I can delete everything I told it.'),
  line('s57', 0.36, 0.58, 0.26, 'What people ask may be counted, without names, to improve the service.'),

  // The assembly itself and the edges.
  line('s58', 0.64, 0.6, 0.88, 'People like me decide what it may do, and can change their minds.'),
  line('s59', 0.44, 0.46, 0.78, 'It should be switched off for a week each year, to see whether we miss it.'),
  line('s60', 0.58, 0.66, 0.62, 'It answers in my language without my asking.'),
]

import type { FC } from 'hono/jsx'
import { whyHiddenSays } from '../../../publish/index.ts'
import { Figure } from '../../parts/figure.tsx'
import { UnknownBox } from '../../parts/marks.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import { capital } from '../../spelled.ts'
import type { Mapped } from '../../views.ts'
import { FEWEST_SHOWN, listed, number } from '../../words.ts'
import { type Heard, heardOf, heardSays, inHundred, missingFirst } from './heard.ts'

/** Who was not heard: what people said about themselves, beside the figures of all who are affected. */
export const HeardFigure: FC<{ study: Mapped }> = ({ study }) => {
  const heard = heardOf(study)
  if (heard.length === 0)
    return (
      <UnknownBox title="We cannot say who is missing">
        <p>
          Nobody gave us figures about all who are affected. With them, what people say about themselves could
          be compared: their age, their language, whether they have internet at home.
        </p>
      </UnknownBox>
    )
  return (
    <Figure
      id="heard"
      finding={findingOf(heard)}
      source={sourceOf(heard, study.listening.participants.length)}
    >
      <p class="legend">
        <span class="of-heard">
          <span class="iv" style="--lo:20;--hi:80;--at:50" /> of those heard who said
        </span>
        <span class="of-all">of all who are affected</span>
      </p>
      <Table label="Who was heard, as a table" class="heard" fold="minmax(0, 1.5fr) 4.5rem minmax(0, 1fr)">
        <Head>
          <ColumnHead>People</ColumnHead>
          <ColumnHead>
            <span class="sr">Picture, 0 to 100 %</span>
          </ColumnHead>
          <ColumnHead class="num">Heard</ColumnHead>
          <ColumnHead class="num">Affected</ColumnHead>
          <ColumnHead>Compared</ColumnHead>
        </Head>
        <Body>
          {heard.map((one) => (
            <HeardRow one={one} />
          ))}
        </Body>
      </Table>
    </Figure>
  )
}

const HeardRow: FC<{ one: Heard }> = ({ one: { attribute, value, population, heard, compared } }) => (
  <Row>
    <RowHead>
      {capital(value)} <span class="hint">{attribute}</span>
    </RowHead>
    <Cell>
      {heard.kind === 'shown' ? (
        <span class="iv" style={`--lo:${at(heard.low)};--hi:${at(heard.high)};--at:${at(heard.share)}`}>
          <i style={`--x:${at(population)}`} />
        </span>
      ) : (
        <span class="notshown">
          <span>{whyHiddenSays(heard.because)}</span>
        </span>
      )}
    </Cell>
    <Cell class="num">
      {heard.kind === 'shown'
        ? `${inHundred(heard.share)} % (${inHundred(heard.low)}–${inHundred(heard.high)})`
        : '–'}
    </Cell>
    <Cell class="num">{`${inHundred(population)} %`}</Cell>
    <Cell>{COMPARED[compared]}</Cell>
  </Row>
)

const COMPARED: Readonly<Record<Heard['compared'], string>> = {
  fewer: 'too few',
  more: 'more than their share',
  unclear: 'unclear',
  'not-compared': 'not compared',
}

const at = (share: number): string => (100 * share).toFixed(1)

function findingOf(heard: readonly Heard[]): string {
  const first = missingFirst(heard)
  if (first === null) return 'Nobody is surely missing, by what people said about themselves'
  return `${capital(first.value)}: ${inHundred(first.population)} in 100 of those affected, ${heardSays(first)}`
}

function sourceOf(heard: readonly Heard[], people: number): string {
  const said = heard.map((one) => one.said).filter((count) => count !== null)
  const [least, most] = [Math.min(...said), Math.max(...said)]
  const declared =
    said.length === 0
      ? `Fewer than ${FEWEST_SHOWN}`
      : least === most
        ? number(most)
        : `${number(least)} to ${number(most)}`
  const sources = [...new Set(heard.map(({ source }) => source))].filter((source) => source !== '')
  return `${declared} of ${number(people)} people said something about themselves; the others chose not to say. Bands are 95 % intervals (Wilson); “unclear” where they hold the share of those affected. Figures of those affected: ${listed(sources) || 'no source given'}. We do not weigh up the few we heard to stand for the many we did not.`
}

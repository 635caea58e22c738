import type { FC } from 'hono/jsx'
import { Figure } from '../../parts/figure.tsx'
import { UnknownBox } from '../../parts/marks.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import { capital } from '../../spelled.ts'
import { FEWEST_SHOWN, listed, number } from '../../words.ts'
import type { ReadyStudy } from '../ready.ts'
import { type Heard, heardOf, inHundred, mostMissing } from './heard.ts'

/** Who was not heard: what people said about themselves, beside the figures of all who are affected. */
export const HeardFigure: FC<{ study: ReadyStudy }> = ({ study: { listening } }) => {
  const heard = heardOf(listening)
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
    <Figure id="heard" finding={findingOf(heard)} source={sourceOf(heard, listening.participants.length)}>
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

const HeardRow: FC<{ one: Heard }> = ({ one: { attribute, value, population, heard, compared } }) => {
  const shown = heard.n >= FEWEST_SHOWN
  return (
    <Row>
      <RowHead>
        {capital(value)} <span class="hint">{attribute}</span>
      </RowHead>
      <Cell>
        {shown ? (
          <span class="iv" style={`--lo:${at(heard.low)};--hi:${at(heard.high)};--at:${at(heard.estimate)}`}>
            <i style={`--x:${at(population)}`} />
          </span>
        ) : (
          <span class="notshown">
            <span>{`Not shown: ${number(heard.n)} said, we need ${FEWEST_SHOWN}`}</span>
          </span>
        )}
      </Cell>
      <Cell class="num">
        {shown ? `${inHundred(heard.estimate)} % (${inHundred(heard.low)}–${inHundred(heard.high)})` : '–'}
      </Cell>
      <Cell class="num">{`${inHundred(population)} %`}</Cell>
      <Cell>{shown ? COMPARED[compared] : 'unclear'}</Cell>
    </Row>
  )
}

const COMPARED: Readonly<Record<Heard['compared'], string>> = {
  missing: 'too few',
  many: 'more than their share',
  alike: 'unclear',
}

const at = (share: number): string => (100 * share).toFixed(1)

function findingOf(heard: readonly Heard[]): string {
  const most = mostMissing(heard)
  if (most === null) return 'Nobody is surely missing, by what people said about themselves'
  return `${capital(most.value)}: ${inHundred(most.population)} in 100 of those affected, ${inHundred(most.heard.estimate)} in 100 of those heard`
}

function sourceOf(heard: readonly Heard[], people: number): string {
  const [least, most] = [Math.min(...heard.map(said)), Math.max(...heard.map(said))]
  const declared = least === most ? number(most) : `${number(least)} to ${number(most)}`
  const sources = [...new Set(heard.map(({ source }) => source))].filter((source) => source !== '')
  return `Said by ${declared} of ${number(people)} people; the others chose not to say. Bands are 95 % intervals (Wilson); “unclear” where they hold the share of those affected. Figures of those affected: ${listed(sources) || 'no source given'}. We do not weigh up the few we heard to stand for the many we did not.`
}

const said = ({ heard }: Heard): number => heard.n

import type { FC } from 'hono/jsx'
import {
  about,
  type Heard,
  type HeardAttribute,
  type HeardRow,
  whyHiddenSays,
} from '../../../publish/index.ts'
import { Figure } from '../../parts/figure.tsx'
import { Group, UnknownBox } from '../../parts/marks.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import { counted, listed, number } from '../../words.ts'

/** Who was heard beside who is affected, and who was not. */
export const HeardSection: FC<{ heard: Heard }> = ({ heard }) => (
  <section aria-labelledby="h-heard">
    <h2 id="h-heard">Who was heard, and who was not</h2>
    <p>{heard.says}</p>
    {heard.targets === 'none' ? (
      <UnknownBox title="We cannot say who is missing">
        <p>No figures of the people affected were given.</p>
      </UnknownBox>
    ) : null}
    {heard.attributes.map((attribute, at) => (
      <Attribute attribute={attribute} id={`heard-${at}`} />
    ))}
    <Groups groups={heard.groups} />
  </section>
)

const Attribute: FC<{ attribute: HeardAttribute; id: string }> = ({ attribute, id }) => (
  <Figure id={id} finding={<span dir="auto">{findingOf(attribute)}</span>} source={sourceOf(attribute)}>
    <p class="key" aria-hidden="true">
      <span>
        <i />
        of those heard
      </span>
      <span>
        <i class="pop" />
        of those affected
      </span>
    </p>
    <Table label={`Heard, by ${attribute.attribute}`} class="heard" fold="1fr 6.4rem 4rem">
      <Head>
        <ColumnHead>{attribute.attribute}</ColumnHead>
        <ColumnHead>
          <span class="sr">Picture, 0 to 100 %</span>
        </ColumnHead>
        <ColumnHead class="num">Heard</ColumnHead>
        <ColumnHead class="num">Affected</ColumnHead>
      </Head>
      <Body>
        {attribute.rows.map((row) => (
          <Row>
            <RowHead>
              <span dir="auto">{row.value}</span>
              <span class="sr">{`, ${COMPARED[row.compared]}`}</span>
            </RowHead>
            <Cell>
              <Gap row={row} />
            </Cell>
            <Cell class="num">
              {row.heard.kind === 'shown'
                ? `${share(row.heard.share)} % (${share(row.heard.low)}–${share(row.heard.high)})`
                : 'not shown'}
            </Cell>
            <Cell class="num">{row.target === null ? 'unknown' : `${share(row.target)} %`}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  </Figure>
)

const COMPARED: Readonly<Record<HeardRow['compared'], string>> = {
  fewer: 'fewer than their share',
  more: 'more than their share',
  unclear: 'too close to say',
  'not-compared': 'not compared',
}

/** The distance between who was heard and who is affected; hidden counts are not drawn. */
const Gap: FC<{ row: HeardRow }> = ({ row: { heard, target } }) => {
  if (heard.kind === 'not-shown')
    return (
      <span class="notshown">
        <span>{whyHiddenSays(heard.because)}</span>
      </span>
    )
  const at = 100 * heard.share
  const from = target === null ? at : Math.min(at, 100 * target)
  const wide = target === null ? 0 : Math.abs(at - 100 * target)
  return (
    <span class="gap" style={`--a:${from.toFixed(1)};--b:${wide.toFixed(1)}`}>
      <i style={`--x:${at.toFixed(1)}`} />
      {target === null ? null : <i class="pop" style={`--x:${(100 * target).toFixed(1)}`} />}
    </span>
  )
}

function findingOf({ attribute, rows }: HeardAttribute): string {
  const those = (compared: HeardRow['compared']) =>
    rows.filter((row) => row.compared === compared).map(({ value }) => `“${value}”`)
  const [fewer, more] = [those('fewer'), those('more')]
  if (rows.every(({ target }) => target === null))
    return `By ${attribute}: nobody said what share of those affected they are`
  const told = [
    ...(fewer.length > 0 ? [`fewer than their share are ${listed(fewer)}`] : []),
    ...(more.length > 0 ? [`more than their share are ${listed(more)}`] : []),
  ]
  return told.length === 0
    ? `By ${attribute}: too close to say that anybody is missing`
    : `By ${attribute}: ${told.join('; ')}`
}

function sourceOf({ said, rows, attribute }: HeardAttribute): string {
  const sources = [...new Set(rows.flatMap(({ source }) => (source === null ? [] : [source])))]
  const who = said === null ? capital(about(said)) : counted(said, 'person', 'people')
  const from = sources.length === 0 ? 'No figures of those affected.' : `Those affected: ${listed(sources)}.`
  return `${who} said their ${attribute}; the others did not. 95 % intervals (Wilson). ${from}`
}

/** A share of 1 in per cent, to a tenth where it has one. */
const share = (part: number): string => String(Math.round(1000 * part) / 10)

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const Groups: FC<{ groups: Heard['groups'] }> = ({ groups }) =>
  groups.kind === 'no-stable-groups' ? (
    <UnknownBox title="No opinion groups">
      <p>{groups.because}</p>
    </UnknownBox>
  ) : (
    <p class="row">
      <span>Opinion groups, by how people answered:</span>
      {groups.groups.map((group) => {
        const size = groups.sizes?.find((one) => one.group === group)
        return (
          <Group id={group}>{size === undefined ? group : `${group}, ${number(size.people)} people`}</Group>
        )
      })}
      <span class="meta">
        {groups.sizes === null
          ? 'Sizes are not shown: one of the groups has fewer than 20 people.'
          : groups.outside === null || groups.outside === 0
            ? ''
            : `${number(groups.outside)} in no group`}
      </span>
    </p>
  )

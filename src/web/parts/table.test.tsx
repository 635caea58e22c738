import { expect, test } from 'vitest'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from './table.tsx'

const table = (fold?: string): string =>
  String(
    <Table label="Answers, as a table" {...(fold === undefined ? {} : { fold })}>
      <Head>
        <ColumnHead>Group</ColumnHead>
        <ColumnHead class="num">People</ColumnHead>
      </Head>
      <Body>
        <Row>
          <RowHead across={2}>All</RowHead>
        </Row>
        <Row>
          <RowHead>A</RowHead>
          <Cell class="num">7</Cell>
        </Row>
      </Body>
    </Table>,
  )

test('every part says its role: folding takes it from a browser', () => {
  for (const [tag, role] of [
    ['table', 'table'],
    ['thead', 'rowgroup'],
    ['tbody', 'rowgroup'],
    ['tr', 'row'],
    ['td', 'cell'],
  ])
    for (const [found] of table('1fr').matchAll(new RegExp(`<${tag}[ >][^>]*`, 'g')))
      expect(found).toContain(`role="${role}"`)
  expect(table().match(/role="columnheader" scope="col"/g)).toHaveLength(2)
  expect(table().match(/role="rowheader" scope="row"/g)).toHaveLength(2)
})

test('what scrolls sideways can be reached without a mouse, and has a name', () => {
  expect(table()).toMatch(/^<section class="scroll" tabindex="0" aria-label="Answers, as a table">/)
})

test('folds only where columns are given', () => {
  expect(table('1fr 2fr')).toContain('class="fold " style="--fold:1fr 2fr"')
  expect(table()).not.toContain('fold')
})

test('a head across all columns says so', () => {
  expect(table()).toMatch(/<th role="rowheader" scope="row" colspan="2">All/)
})

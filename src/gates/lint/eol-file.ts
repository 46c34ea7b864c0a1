import type { Instant } from '../../image/index.ts'
import { HygieneError } from '../../outcome/index.ts'
import type { EolProduct, EolTable } from './eol.ts'
import { date, rows } from './eol-table.ts'

export type { EolTable } from './eol.ts'

/** The table that is shipped. */
export function builtInTable(): EolTable {
  return {
    date,
    products: rows.map(([name, images, cycles, names]) => ({
      name,
      images: images.split(' '),
      cycles: pairsOf(cycles, end => (end === '' ? null : end)),
      names: pairsOf(names ?? '', cycle => cycle),
    })),
  }
}

function pairsOf<T>(text: string, read: (value: string) => T): Readonly<Record<string, T>> {
  const pairs = text === '' ? [] : text.split(' ').map(pair => pair.split('='))
  return Object.fromEntries(pairs.map(([key = '', value = '']) => [key, read(value)]))
}

const day = /^\d{4}-\d{2}-\d{2}$/

/** Reads `base.eol-file`: the shape of our own table, checked field by field. Throws `bad-file`. */
export function readEolTable(text: string, file: string): EolTable {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new HygieneError(
      'bad-file',
      `${file} is no JSON: ${error instanceof Error ? error.message : error}`,
      {
        location: { file, line: 1 },
        fix: 'make it with: node scripts/eol.mjs CLONE FILE',
        cause: error,
      },
    )
  }
  const { date, products } = (value ?? {}) as Record<string, unknown>
  if (typeof date !== 'string' || !day.test(date)) throw wrong(file, "'date' must be a day, YYYY-MM-DD")
  if (!Array.isArray(products)) throw wrong(file, "'products' must be a list")
  return {
    date,
    products: products.map((product, index) => readProduct(product, `products[${index}]`, file)),
  }
}

function readProduct(value: unknown, where: string, file: string): EolProduct {
  const { name, images, cycles, names } = (value ?? {}) as Record<string, unknown>
  if (typeof name !== 'string' || name === '') throw wrong(file, `${where}.name must be a text`)
  if (!Array.isArray(images) || !images.every(image => typeof image === 'string')) {
    throw wrong(file, `${where}.images must be a list of repositories`)
  }
  const ends = entriesOf(cycles, end => end === null || (typeof end === 'string' && day.test(end)))
  if (ends === undefined)
    throw wrong(file, `${where}.cycles must map releases to days, or to null while unknown`)
  const codes = names === undefined ? {} : entriesOf(names, cycle => typeof cycle === 'string')
  if (codes === undefined) throw wrong(file, `${where}.names must map code names to releases`)
  return { name, images, cycles: ends as EolProduct['cycles'], names: codes as Record<string, string> }
}

function entriesOf(
  value: unknown,
  isRight: (item: unknown) => boolean,
): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.values(value).every(isRight) ? (value as Record<string, unknown>) : undefined
}

function wrong(file: string, what: string): HygieneError {
  return new HygieneError('bad-file', `${file}: ${what}`, {
    location: { file, line: 1 },
    fix: 'make it with: node scripts/eol.mjs CLONE FILE',
  })
}

/** The table with the file's products first: one of the same name takes the place of ours. */
export function withProducts(table: EolTable, more: EolTable): EolTable {
  const names = new Set(more.products.map(({ name }) => name))
  return {
    date: [more.date, table.date].toSorted().at(-1) ?? table.date,
    products: [...more.products, ...table.products.filter(({ name }) => !names.has(name))],
  }
}

const oldest = 180 * 24 * 60 * 60

/** True if the facts are of more than 180 days ago. */
export function isOld({ date }: EolTable, now: Instant): boolean {
  return now - Date.parse(`${date}T00:00:00Z`) / 1000 > oldest
}

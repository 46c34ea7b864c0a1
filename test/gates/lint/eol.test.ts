import { describe, expect, test } from 'vitest'
import { lifetimesOf } from '../../../src/gates/lint/eol.ts'
import { builtInTable, isOld, readEolTable, withProducts } from '../../../src/gates/lint/index.ts'
import { parseReference } from '../../../src/image/index.ts'
import { november } from './linting.ts'

const table = builtInTable()

function releases(image: string): readonly string[] {
  const reference = parseReference(image)
  if ('fault' in reference) throw new Error(reference.fault)
  return lifetimesOf(reference, table).map(({ product, cycle }) => `${product} ${cycle}`)
}

const cases: readonly (readonly [image: string, releases: readonly string[]])[] = [
  // Every FROM of the essays that this project grew from.
  ['golang:1.22-bullseye', ['go 1.22', 'debian 11']],
  ['golang:1.22-alpine', ['go 1.22']],
  ['golang:1.21', ['go 1.21']],
  ['golang:1.20', ['go 1.20']],
  ['alpine:3.19', ['alpine 3.19']],
  ['alpine:latest', []],
  ['python:3.11-slim', ['python 3.11']],
  ['node:18-alpine', ['node 18']],
  ['centos:7', ['centos 7']],
  ['ubuntu:22.04', ['ubuntu 22.04']],
  ['company-base:ubuntu22-runtime', ['ubuntu 22.04']],
  ['nginx:alpine', []],
  // Forms of versions.
  ['python:3.11.4-slim-bookworm', ['python 3.11', 'debian 12']],
  ['golang:1', ['go 1.27']],
  ['node:20.11.1-alpine3.19', ['node 20', 'alpine 3.19']],
  ['ubuntu:jammy-20240227', ['ubuntu 22.04']],
  ['debian:bullseye-slim', ['debian 11']],
  ['debian:11.9', ['debian 11']],
  ['eclipse-temurin:8u392-b08-jdk', ['temurin 8']],
  ['eclipse-temurin:17-jre-jammy', ['temurin 17', 'ubuntu 22.04']],
  ['mcr.microsoft.com/dotnet/sdk:6.0-alpine3.18', ['dotnet 6', 'alpine 3.18']],
  ['registry.access.redhat.com/ubi8/ubi-minimal:8.10', ['ubi 8']],
  ['gcr.io/distroless/static-debian11:nonroot', ['debian 11']],
  ['quay.io/centos/centos:stream8', ['centos-stream stream8']],
  // Mirrors of Docker Hub's official images.
  ['registry.example.com/mirror/library/python:3.8', ['python 3.8']],
  ['public.ecr.aws/docker/library/redis:6.0', ['redis 6.0']],
  ['arm64v8/alpine:3.18', ['alpine 3.18']],
  // Somebody's image of that name is not the product.
  ['ghcr.io/acme/node:12', []],
  ['ghcr.io/acme/alpinist:3.1', []],
]

describe('the end of life of an image', () => {
  test.each(cases)('%s', (image, expected) => {
    expect(releases(image)).toEqual(expected)
  })

  test('the table has at least 20 products, each with a release that ended or lives', () => {
    expect(table.products.length).toBeGreaterThanOrEqual(20)
    for (const { name, images, cycles } of table.products) {
      expect(images.length, name).toBeGreaterThan(0)
      expect(Object.keys(cycles).length, name).toBeGreaterThan(0)
      for (const end of Object.values(cycles)) expect(end ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })

  test('the table is old after 180 days', () => {
    const made = Date.parse(`${table.date}T00:00:00Z`) / 1000
    expect(isOld(table, made + 180 * 86_400)).toBe(false)
    expect(isOld(table, made + 180 * 86_400 + 1)).toBe(true)
    expect(isOld(table, november)).toBe(false)
  })

  test('a file adds products and takes the place of ours', () => {
    const more = readEolTable(
      JSON.stringify({
        date: '2026-11-01',
        products: [{ name: 'alpine', images: ['docker.io/library/alpine'], cycles: { '9.9': '2020-01-01' } }],
      }),
      'eol.json',
    )
    const both = withProducts(table, more)
    expect(both.date).toBe('2026-11-01')
    expect(both.products.filter(({ name }) => name === 'alpine')).toHaveLength(1)
    expect(both.products).toHaveLength(table.products.length)
  })

  test.each([
    ['no JSON', '{'],
    ['no date', '{"products": []}'],
    ['no products', '{"date": "2026-01-01"}'],
    [
      'a release that ends at no day',
      '{"date": "2026-01-01", "products": [{"name": "a", "images": [], "cycles": {"1": "soon"}}]}',
    ],
  ])('a file with %s is refused with its name', (_, text) => {
    expect(() => readEolTable(text, 'eol.json')).toThrow(/eol\.json/)
  })
})

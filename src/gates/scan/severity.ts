/** As scanners grade: `unknown` is below `low`, because nothing can be concluded from it. */
export type Grade = 'unknown' | 'low' | 'medium' | 'high' | 'critical'

const order: Readonly<Record<Grade, number>> = { unknown: 0, low: 1, medium: 2, high: 3, critical: 4 }

export function parseGrade(text: string): Grade | undefined {
  const grade = text.toLowerCase()
  return Object.hasOwn(order, grade) ? (grade as Grade) : undefined
}

export function isAtLeast(grade: Grade, threshold: Grade): boolean {
  return order[grade] >= order[threshold]
}

/** Most severe first. */
export function compareGrades(a: Grade, b: Grade): number {
  return order[b] - order[a]
}

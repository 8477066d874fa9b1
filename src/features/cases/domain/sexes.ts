/** As the person says; `unknown` until somebody could ask safely. */
export const sexes = ['female', 'male', 'other', 'unknown'] as const

export type Sex = (typeof sexes)[number]

// What follows from what is recorded, and what runs out.
export const vi = {
  'cases.field.contexts': 'Bối cảnh khi thống kê',
  'cases.field.elapsed': 'Từ khi xảy ra đến khi được biết',
  'cases.task.reflection': 'Thời gian hồi phục và suy nghĩ: đến hết hạn',
  'cases.task.reflection-too-short': 'Thời gian hồi phục và suy nghĩ ngắn hơn 30 ngày',
} as const

export const en: Record<keyof typeof vi, string> = {
  'cases.field.contexts': 'Context in the figures',
  'cases.field.elapsed': 'From the incident until somebody was told',
  'cases.task.reflection': 'Time to recover and reflect runs out',
  'cases.task.reflection-too-short': 'Time to recover and reflect is shorter than 30 days',
}

export const fr: Record<keyof typeof vi, string> = {
  'cases.field.contexts': 'Contexte dans les chiffres',
  'cases.field.elapsed': 'Entre les faits et le premier récit',
  'cases.task.reflection': 'Fin de la période de rétablissement et de réflexion',
  'cases.task.reflection-too-short':
    'Période de rétablissement et de réflexion de moins de 30 jours',
}

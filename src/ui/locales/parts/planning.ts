export const vi = {
  'notifications.kind.approval.requested': 'Có đề nghị phê duyệt trong một hồ sơ của đơn vị',
  'notifications.kind.approval.approved': 'Đề nghị của bạn đã được phê duyệt',
  'notifications.kind.approval.returned': 'Đề nghị của bạn được trả lại để bổ sung',
  'planning.case-closed': 'Hồ sơ này đã đóng. Hãy mở lại hồ sơ trước.',
  'approvals.already-asked': 'Việc này đang chờ phê duyệt rồi.',
  'approvals.missing': 'Đơn vị bạn yêu cầu người giám sát phê duyệt trước, cho đúng bản hiện nay.',
  'approvals.answered': 'Đề nghị này đã được trả lời hoặc đã rút lại.',
  'approvals.reason.missing': 'Hãy viết điều cần bổ sung.',
} as const

export const en: Record<keyof typeof vi, string> = {
  'notifications.kind.approval.requested': 'An approval is asked for in a case of your unit',
  'notifications.kind.approval.approved': 'What you asked for was approved',
  'notifications.kind.approval.returned': 'What you asked for was returned to be completed',
  'planning.case-closed': 'This case is closed. Open it again first.',
  'approvals.already-asked': 'This is already waiting for approval.',
  'approvals.missing': 'Your unit wants a supervisor to approve first, for what is there now.',
  'approvals.answered': 'This was already answered or taken back.',
  'approvals.reason.missing': 'Write what is to be completed.',
}

export const fr: Record<keyof typeof vi, string> = {
  'notifications.kind.approval.requested': 'Un accord est demandé dans un dossier de votre unité',
  'notifications.kind.approval.approved': 'Votre demande a été approuvée',
  'notifications.kind.approval.returned': 'Votre demande vous est rendue pour être complétée',
  'planning.case-closed': 'Ce dossier est clos. Rouvrez-le d’abord.',
  'approvals.already-asked': 'Cette demande attend déjà une réponse.',
  'approvals.missing':
    'Votre unité souhaite d’abord l’accord d’une personne superviseure, pour la version actuelle.',
  'approvals.answered': 'Cette demande a déjà reçu une réponse ou a été retirée.',
  'approvals.reason.missing': 'Écrivez ce qui est à compléter.',
}

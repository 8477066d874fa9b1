/** Two cases of one person are joined, or parted again. */
export const vi = {
  'merging.title': 'Gộp hồ sơ trùng',
  'merging.lead':
    'Khi một người có hai hồ sơ trong đơn vị: chọn hồ sơ chính để làm tiếp, hồ sơ kia được đánh dấu là trùng.',
  'merging.what-happens':
    'Không có gì bị xoá hay chép sang: hồ sơ trùng vẫn xem được, không ghi thêm nội dung; đồng thuận và chuyển gửi đang chạy trong đó vẫn tiếp tục và hiện ở hồ sơ chính. Người phụ trách hồ sơ chính phụ trách cả hai. Có thể tách lại bất cứ lúc nào.',
  'merging.other': 'Mã hồ sơ kia',
  'merging.other.hint': 'Ví dụ: BA-2026-000123',
  'merging.other.unknown': 'Không tìm thấy hồ sơ này trong những hồ sơ bạn gộp được',
  'merging.compare': 'So sánh hai hồ sơ',
  'merging.main': 'Hồ sơ nào là hồ sơ chính?',
  'merging.main.hint': 'Thường là hồ sơ đầy đủ hơn.',
  'merging.main.missing': 'Chọn hồ sơ chính',
  'merging.merge': 'Gộp hai hồ sơ',
  'merging.status': 'Tình trạng',
  'merging.risk': 'Nguy cơ',
  'merging.person': 'Người được hỗ trợ',
  'merging.recorded': 'Các phần đã ghi',
  'merging.referrals': 'Chuyển gửi đang chạy',
  'merging.consents': 'Đồng thuận còn hiệu lực',
  'merging.undo': 'Tách lại thành hai hồ sơ',
  'merging.undo.text':
    'Hai hồ sơ trở lại như trước; những gì ghi thêm từ lúc gộp vẫn ở nguyên chỗ đã ghi.',
  'merging.also-in': 'Xem thêm ở hồ sơ trùng {number}',
  'merging.main-is': 'Hồ sơ này trùng; làm tiếp ở hồ sơ chính {number}',
  'merging.event.merged': 'Gộp với hồ sơ {number}',
  'merging.event.unmerged': 'Tách khỏi hồ sơ {number}',
  'merging.lives-on': 'Hồ sơ này đã được gộp và được làm tiếp ở hồ sơ {number}. Hãy ghi ở đó.',
  'merging.hindered.not-open': 'Cả hai hồ sơ phải đang mở',
  'merging.hindered.offered': 'Hồ sơ trùng đang được đề nghị chuyển giao; hãy rút lại trước',
  'merging.hindered.team-open':
    'Hồ sơ trùng có nhóm phối hợp đang hoạt động; hãy kết thúc nhóm hoặc chọn hồ sơ đó làm hồ sơ chính',
  'merging.hindered.chained':
    'Hồ sơ này đã là hồ sơ chính của hồ sơ khác; hãy chọn nó làm hồ sơ chính',
  'merging.hindered.lead-unfit':
    'Người phụ trách hồ sơ chính không được xem hồ sơ kia; hãy giao lại trước',
  'said.merging.merged': 'Đã gộp hai hồ sơ.',
  'said.merging.undone': 'Đã tách lại thành hai hồ sơ.',
  'notifications.kind.case.merged': 'Hai hồ sơ trùng đã được gộp',
  'notifications.kind.case.unmerged': 'Hai hồ sơ đã được tách lại',
  'oversight.deed.case.merge': 'Gộp hồ sơ trùng',
  'oversight.deed.case.unmerge': 'Tách hồ sơ đã gộp',
} as const

export const en: Record<keyof typeof vi, string> = {
  'merging.title': 'Merge a duplicate',
  'merging.lead':
    'When one person has two cases in the unit: choose the main case to go on with; the other is marked as a duplicate.',
  'merging.what-happens':
    'Nothing is deleted or copied: the duplicate can still be read, no content is added to it; consents and referrals under way in it go on and are shown in the main case. Who leads the main case leads both. They can be parted again at any time.',
  'merging.other': 'Number of the other case',
  'merging.other.hint': 'For example: BA-2026-000123',
  'merging.other.unknown': 'No such case among those that you can merge',
  'merging.compare': 'Compare the two cases',
  'merging.main': 'Which is the main case?',
  'merging.main.hint': 'Usually the one that holds more.',
  'merging.main.missing': 'Choose the main case',
  'merging.merge': 'Merge the two cases',
  'merging.status': 'Status',
  'merging.risk': 'Risk',
  'merging.person': 'Person',
  'merging.recorded': 'Sections with content',
  'merging.referrals': 'Referrals under way',
  'merging.consents': 'Consents in force',
  'merging.undo': 'Part them into two cases again',
  'merging.undo.text':
    'Both cases are as before; what was added meanwhile stays where it was written.',
  'merging.also-in': 'See also the duplicate {number}',
  'merging.main-is': 'This is a duplicate; go on in the main case {number}',
  'merging.event.merged': 'Merged with case {number}',
  'merging.event.unmerged': 'Parted from case {number}',
  'merging.lives-on': 'This case was merged and lives on in case {number}. Please write there.',
  'merging.hindered.not-open': 'Both cases have to be open',
  'merging.hindered.offered': 'The duplicate is offered to another unit; take that back first',
  'merging.hindered.team-open':
    'The duplicate has a team at work; close the team or choose that case as the main one',
  'merging.hindered.chained':
    'This case is already the main case of another; choose it as the main one',
  'merging.hindered.lead-unfit':
    'Who leads the main case may not see the other; give it to somebody else first',
  'said.merging.merged': 'The two cases were merged.',
  'said.merging.undone': 'They are two cases again.',
  'notifications.kind.case.merged': 'Two cases of one person were merged',
  'notifications.kind.case.unmerged': 'Two merged cases were parted again',
  'oversight.deed.case.merge': 'Merged a duplicate',
  'oversight.deed.case.unmerge': 'Parted merged cases',
}

export const fr: Record<keyof typeof vi, string> = {
  'merging.title': 'Réunir un doublon',
  'merging.lead':
    'Quand une personne a deux dossiers dans l’unité : choisissez le dossier principal ; l’autre est marqué comme doublon.',
  'merging.what-happens':
    'Rien n’est effacé ni copié : le doublon reste lisible, on n’y ajoute plus de contenu ; les consentements et orientations en cours y continuent et apparaissent dans le dossier principal. La personne qui suit le dossier principal suit les deux. On peut les séparer à tout moment.',
  'merging.other': 'Numéro de l’autre dossier',
  'merging.other.hint': 'Par exemple : BA-2026-000123',
  'merging.other.unknown': 'Aucun dossier de ce numéro parmi ceux que vous pouvez réunir',
  'merging.compare': 'Comparer les deux dossiers',
  'merging.main': 'Lequel est le dossier principal ?',
  'merging.main.hint': 'En général le plus complet.',
  'merging.main.missing': 'Choisissez le dossier principal',
  'merging.merge': 'Réunir les deux dossiers',
  'merging.status': 'État',
  'merging.risk': 'Risque',
  'merging.person': 'Personne',
  'merging.recorded': 'Parties remplies',
  'merging.referrals': 'Orientations en cours',
  'merging.consents': 'Consentements en vigueur',
  'merging.undo': 'Séparer à nouveau',
  'merging.undo.text':
    'Les deux dossiers redeviennent comme avant ; ce qui a été ajouté reste là où il a été écrit.',
  'merging.also-in': 'Voir aussi le doublon {number}',
  'merging.main-is': 'Doublon ; continuez dans le dossier principal {number}',
  'merging.event.merged': 'Réuni avec le dossier {number}',
  'merging.event.unmerged': 'Séparé du dossier {number}',
  'merging.lives-on':
    'Ce dossier a été fusionné et continue dans le dossier {number}. Écrivez là-bas.',
  'merging.hindered.not-open': 'Les deux dossiers doivent être ouverts',
  'merging.hindered.offered': 'Le doublon est proposé à une autre unité ; retirez d’abord l’offre',
  'merging.hindered.team-open':
    'Une équipe travaille dans le doublon ; terminez-la ou choisissez ce dossier comme principal',
  'merging.hindered.chained':
    'Ce dossier est déjà le principal d’un autre ; choisissez-le comme principal',
  'merging.hindered.lead-unfit':
    'La personne qui suit le dossier principal ne peut voir l’autre ; confiez-le d’abord à quelqu’un d’autre',
  'said.merging.merged': 'Les deux dossiers sont réunis.',
  'said.merging.undone': 'Ce sont à nouveau deux dossiers.',
  'notifications.kind.case.merged': 'Deux dossiers d’une même personne ont été réunis',
  'notifications.kind.case.unmerged': 'Deux dossiers réunis ont été séparés',
  'oversight.deed.case.merge': 'Doublon réuni',
  'oversight.deed.case.unmerge': 'Dossiers réunis séparés',
}

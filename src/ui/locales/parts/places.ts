export const vi = {
  'places.unknown':
    'Danh mục của tỉnh này không có tên đó. Kiểm tra lại; nếu chưa rõ thì để trống và ghi bằng lời ở ô bên dưới.',
  'places.several': 'Có nhiều nơi mang tên này. Ghi rõ loại (xã, phường) và đủ dấu.',
  'places.divided':
    'Nơi này đã được chia vào nhiều đơn vị. Chọn nơi người đó thật sự ở hoặc sự việc xảy ra; nếu chưa rõ thì để trống.',
  'places.meant': 'Có thể là: {names}.',
  'nav.places': 'Xã, phường',
  'places.admin.title': 'Danh mục xã, phường, đặc khu',
  'places.admin.note':
    'Danh mục này được nhập từ danh mục hành chính chính thức bằng lệnh trên máy chủ, không sửa ở đây. Mỗi đơn vị giữ ngày bắt đầu và ngày kết thúc: nơi đã sáp nhập hay đổi tên vẫn được hiểu.',
  'places.admin.none': 'Chưa nhập danh mục',
  'places.admin.none.text':
    'Khi chưa có danh mục, biểu mẫu vẫn nhận tên xã, phường như người nhập viết. Cách nhập có trong hướng dẫn cho người quản trị.',
  'places.admin.last': 'Lần thay đổi gần nhất: {at}. Thêm {added, number}, sửa {changed, number}.',
  'places.admin.by-province': 'Theo tỉnh, thành phố hiện nay',
  'places.admin.province': 'Tỉnh, thành phố (mã)',
  'places.admin.standing': 'Đang tồn tại',
  'places.admin.since': 'Mới nhất từ ngày',
  'places.admin.former': 'Đã kết thúc',
  'places.admin.not-imported': 'Chưa nhập',
} as const

export const en: Record<keyof typeof vi, string> = {
  'places.unknown':
    'The list of this province does not have this name. Check it; if it is not known, leave it empty and say it in words further down.',
  'places.several': 'Several places have this name. Write its kind (xã, phường) and all marks.',
  'places.divided':
    'This place was divided among several. Write the one that is really meant; if that is not known, leave it empty.',
  'places.meant': 'Perhaps: {names}.',
  'nav.places': 'Communes',
  'places.admin.title': 'Communes, wards and special zones',
  'places.admin.note':
    'This list comes from the official list of administrative units by a command on the server; it is not changed here. Each unit keeps its first and last day, so that what was merged or renamed is still understood.',
  'places.admin.none': 'No list has been imported',
  'places.admin.none.text':
    'Without a list, forms take the name of a commune as it is typed. How to import one is in the guide for administrators.',
  'places.admin.last': 'Last change: {at}. {added, number} added, {changed, number} changed.',
  'places.admin.by-province': 'By province as of today',
  'places.admin.province': 'Province or city (code)',
  'places.admin.standing': 'In force',
  'places.admin.since': 'Latest since',
  'places.admin.former': 'Ended',
  'places.admin.not-imported': 'Not imported',
}

export const fr: Record<keyof typeof vi, string> = {
  'places.unknown':
    'La liste de cette province n’a pas ce nom. Vérifiez ; s’il n’est pas connu, laissez vide et dites-le en clair plus bas.',
  'places.several':
    'Plusieurs lieux portent ce nom. Écrivez son type (xã, phường) et tous les signes.',
  'places.divided':
    'Ce lieu a été partagé entre plusieurs. Écrivez celui dont il s’agit vraiment ; s’il n’est pas connu, laissez vide.',
  'places.meant': 'Peut-être : {names}.',
  'nav.places': 'Communes',
  'places.admin.title': 'Communes, quartiers et zones spéciales',
  'places.admin.note':
    'Cette liste vient de la nomenclature administrative officielle, par une commande sur le serveur ; elle ne se modifie pas ici. Chaque unité garde son premier et son dernier jour : ce qui a fusionné ou changé de nom reste compris.',
  'places.admin.none': 'Aucune liste importée',
  'places.admin.none.text':
    'Sans liste, les formulaires prennent le nom d’une commune tel qu’il est saisi. La façon de l’importer figure dans le guide de l’administrateur.',
  'places.admin.last':
    'Dernière modification : {at}. {added, number} ajoutées, {changed, number} modifiées.',
  'places.admin.by-province': 'Par province d’aujourd’hui',
  'places.admin.province': 'Province ou ville (code)',
  'places.admin.standing': 'En vigueur',
  'places.admin.since': 'Dernières depuis',
  'places.admin.former': 'Disparues',
  'places.admin.not-imported': 'Pas importée',
}

// Stems that tell what a place is for, without accents, as `plain` writes them. What they take in
// too much costs a name, which can be told by word of mouth; what they leave out may cost more.
const tellingStems = [
  // Vietnamese
  'bao luc',
  'bao hanh',
  'xam hai',
  'lam dung',
  'quay roi',
  'tong tien',
  'de doa',
  'mua ban',
  'buon nguoi',
  'boc lot',
  'nan nhan',
  'hiep dam',
  'cong an',
  'canh sat',
  'toi pham',
  'phap ly',
  'luat su',
  'toa an',
  'tam lanh',
  'nha an toan',
  'binh yen',
  'phu nu',
  'binh dang gioi',
  'bao ve tre',
  'tam than',
  'hiv',
  'pha thai',
  'ma tuy',
  'mai dam',
  // English and French, which share many
  'viol',
  'abus',
  'assault',
  'agress',
  'traffic',
  'traffick',
  'trafic',
  'traite',
  'exploit',
  'victim',
  'surviv',
  'rescap',
  'rape',
  'sexual',
  'sexuel',
  'harass',
  'harcel',
  'extort',
  'chantage',
  'blackmail',
  'police',
  'crim',
  'legal',
  'juridi',
  'justice',
  'lawyer',
  'avocat',
  'shelter',
  'refuge',
  'safe house',
  'women',
  'femme',
  'gender',
  'child protect',
  'protection de l',
  'psychiatr',
  'abortion',
  'avort',
  'sida',
]

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')

/** Whether a name lets somebody guess what happened to the person who carries it. */
export const tells = (name: string): boolean => {
  const words = plain(name)
  return tellingStems.some((stem) => words.includes(stem))
}

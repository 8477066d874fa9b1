import { plainWord } from './plain-word.js'

/** What a list can tell of each person, in the order of the template. */
export const personFields = [
  'name',
  'birthDate',
  'age',
  'sex',
  'document',
  'phone',
  'address',
  'commune',
  'province',
  'language',
  'note',
] as const

export type PersonField = (typeof personFields)[number]

/** For each field the place of its column, counted from 0; a field that no column holds is missing. */
export type Columns = Readonly<Partial<Record<PersonField, number>>>

// As columns are headed in Vietnamese, English and French, without tones and marks.
const headings: Readonly<Record<PersonField, readonly string[]>> = {
  name: [
    'ho ten',
    'ho va ten',
    'ten',
    'ten day du',
    'ho ten nan nhan',
    'ho ten day du',
    'name',
    'full name',
    'fullname',
    'names',
    'nom',
    'nom complet',
    'nom et prenom',
    'nom prenom',
  ],
  birthDate: [
    'ngay sinh',
    'ngay thang nam sinh',
    'ntns',
    'nam sinh',
    'sinh ngay',
    'birth date',
    'birthdate',
    'date of birth',
    'dob',
    'born',
    'year of birth',
    'date de naissance',
    'naissance',
    'ne le',
    'nee le',
    'annee de naissance',
  ],
  age: ['tuoi', 'so tuoi', 'age', 'ages', 'age ans'],
  sex: ['gioi tinh', 'gioi', 'nam nu', 'phai', 'sex', 'gender', 'sexe', 'genre'],
  document: [
    'giay to',
    'so giay to cccd ho chieu',
    'number of a document identity card passport',
    'numero d un document carte d identite passeport',
    'so giay to',
    'so giay to tuy than',
    'giay to tuy than',
    'cccd',
    'so cccd',
    'cmnd',
    'cccd cmnd',
    'cmnd cccd',
    'so cmnd',
    'ho chieu',
    'so ho chieu',
    'so dinh danh',
    'document',
    'document number',
    'id number',
    'id',
    'id card',
    'passport',
    'passport number',
    'piece d identite',
    'numero de document',
    'numero de passeport',
    'passeport',
    'no de document',
  ],
  phone: [
    'dien thoai',
    'so dien thoai',
    'sdt',
    'so dt',
    'dt',
    'phone',
    'phone number',
    'telephone',
    'mobile',
    'tel',
    'numero de telephone',
    'portable',
  ],
  address: [
    'dia chi',
    'noi o',
    'noi thuong tru',
    'ho khau',
    'thuong tru',
    'dia chi thuong tru',
    'que quan',
    'address',
    'home address',
    'adresse',
  ],
  commune: ['xa', 'xa phuong', 'phuong xa', 'phuong', 'commune', 'ward', 'quartier'],
  province: ['tinh', 'tinh thanh', 'tinh thanh pho', 'thanh pho', 'province', 'city', 'ville'],
  language: ['ngon ngu', 'tieng', 'language', 'langue'],
  note: [
    'ghi chu',
    'note',
    'notes',
    'remarks',
    'remarque',
    'remarques',
    'dien bien',
    'loi ke',
    'comment',
  ],
}

const fieldOf: ReadonlyMap<string, PersonField> = new Map(
  personFields.flatMap((field) => headings[field].map((heading) => [heading, field] as const)),
)

/**
 * Which column holds what, as far as the headings say; what this unit said the last time goes before.
 * @param remembered for each column the field it held before, null for none, undefined if unknown
 */
export const guessColumns = (
  header: readonly string[],
  remembered: readonly (PersonField | null | undefined)[] = [],
): Columns => {
  const columns: Partial<Record<PersonField, number>> = {}
  const take = (field: PersonField | null | undefined, at: number): void => {
    if (field !== null && field !== undefined) columns[field] ??= at
  }
  remembered.forEach(take)
  header.forEach((heading, at) => {
    if (remembered[at] === undefined) take(fieldOf.get(plainWord(heading)), at)
  })
  return columns
}

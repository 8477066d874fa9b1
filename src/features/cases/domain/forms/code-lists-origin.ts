import type { CodeList } from '../../../forms/index.js'
import { say } from './words.js'

// Where people come from, are taken to, or are met. Whoever needs another adds it to the list.
const regions =
  'VN KH LA CN MM TH PH MY ID SG BN TL TW HK MO KR KP JP MN IN BD NP LK PK AE SA QA KW OM RU UA PL CZ DE FR GB BE NL US CA AU NZ KE ET UG ZA NG BR'

const namesIn = (locale: string) => {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  return (code: string): string => names.of(code) ?? code
}
const [inVietnamese, inEnglish, inFrench] = [namesIn('vi'), namesIn('en'), namesIn('fr')]

/** Countries and territories by ISO 3166-1 alpha-2; names as the Unicode CLDR writes them. */
export const countries: CodeList = {
  code: 'country',
  source: 'ISO 3166-1 alpha-2; names: Unicode CLDR',
  values: [
    ...regions.split(' ').map((code) => ({
      code,
      label: say(inVietnamese(code), inEnglish(code), inFrench(code)),
    })),
    { code: 'other', label: say('Nước khác', 'Another country', 'Autre pays') },
    { code: 'stateless', label: say('Không quốc tịch', 'Stateless', 'Apatride') },
    { code: 'unknown', label: say('Chưa rõ', 'Not known', 'Pas connu') },
  ],
}

// A name is the same in every language; only its tones are Vietnamese.
const groups: Readonly<Record<string, string>> = {
  kinh: 'Kinh',
  tay: 'Tày',
  thai: 'Thái',
  hoa: 'Hoa',
  khmer: 'Khmer',
  muong: 'Mường',
  nung: 'Nùng',
  mong: 'Mông',
  dao: 'Dao',
  gia_rai: 'Gia Rai',
  ngai: 'Ngái',
  e_de: 'Ê Đê',
  ba_na: 'Ba Na',
  xo_dang: 'Xơ Đăng',
  san_chay: 'Sán Chay',
  co_ho: 'Cơ Ho',
  cham: 'Chăm',
  san_diu: 'Sán Dìu',
  hre: 'Hrê',
  mnong: 'Mnông',
  raglay: 'Raglay',
  xtieng: 'Xtiêng',
  bru_van_kieu: 'Bru-Vân Kiều',
  tho: 'Thổ',
  giay: 'Giáy',
  co_tu: 'Cơ Tu',
  gie_trieng: 'Gié-Triêng',
  ma: 'Mạ',
  kho_mu: 'Khơ Mú',
  co: 'Co',
  ta_oi: 'Tà Ôi',
  cho_ro: 'Chơ Ro',
  khang: 'Kháng',
  xinh_mun: 'Xinh Mun',
  ha_nhi: 'Hà Nhì',
  chu_ru: 'Chu Ru',
  lao: 'Lào',
  la_chi: 'La Chí',
  la_ha: 'La Ha',
  phu_la: 'Phù Lá',
  la_hu: 'La Hủ',
  lu: 'Lự',
  lo_lo: 'Lô Lô',
  chut: 'Chứt',
  mang: 'Mảng',
  pa_then: 'Pà Thẻn',
  co_lao: 'Cơ Lao',
  cong: 'Cống',
  bo_y: 'Bố Y',
  si_la: 'Si La',
  pu_peo: 'Pu Péo',
  brau: 'Brâu',
  o_du: 'Ơ Đu',
  ro_mam: 'Rơ Măm',
}

/** The 54 ethnic groups of Viet Nam, in the order of the list of the General Statistics Office. */
export const ethnicGroups: CodeList = {
  code: 'ethnic-group',
  source: 'List of ethnic groups of Viet Nam, General Statistics Office (1979); codes are ours',
  values: [
    ...Object.entries(groups).map(([code, name]) => ({ code, label: say(name, name, name) })),
    { code: 'foreign', label: say('Người nước ngoài', 'Foreigner', 'Étrangère') },
    { code: 'other', label: say('Dân tộc khác', 'Another group', 'Autre groupe') },
    { code: 'unknown', label: say('Chưa rõ', 'Not known', 'Pas connu') },
  ],
}

/**
 * Languages people are met in: ISO 639-1 where there is a two-letter code, else ISO 639-3, which is
 * also what BCP 47 asks for. Viet Nam's larger minority languages, neighbours' languages and the
 * sign languages of Viet Nam are in, because an interpreter has to be found for them.
 */
export const languages = [
  'vi',
  'en',
  'fr',
  'km', // Khmer
  'lo', // Lao
  'th', // Thai (of Thailand)
  'my', // Burmese
  'zh', // Chinese (Mandarin)
  'yue', // Cantonese, spoken by many Hoa
  'tyz', // Tày
  'nut', // Nùng
  'blt', // Tai Dam, the Black Thái of Viet Nam
  'twh', // Tai Dón, the White Thái of Viet Nam
  'mtq', // Mường
  'hmn', // Hmong (macrolanguage)
  'ium', // Iu Mien, a language of the Dao
  'jra', // Jarai (Gia Rai)
  'rad', // Rade (Ê Đê)
  'bdq', // Bahnar
  'sed', // Sedang (Xơ Đăng)
  'hre', // Hre
  'kpm', // Koho (Cơ Ho)
  'cmo', // Central Mnong
  'cjm', // Eastern Cham
  'cja', // Western Cham
  'hab', // Hanoi Sign Language
  'haf', // Haiphong Sign Language
  'hos', // Ho Chi Minh City Sign Language
  'und', // undetermined: nobody knows yet
] as const

export type Language = (typeof languages)[number]

// What people write beside a name on a platform, and what stands in addresses.
const platforms = new Set([
  'zalo',
  'facebook',
  'fb',
  'messenger',
  'telegram',
  'tele',
  'tiktok',
  'instagram',
  'insta',
  'ig',
  'viber',
  'whatsapp',
  'wechat',
  'line',
  'discord',
  'roblox',
  'youtube',
  'twitter',
  'snapchat',
  'threads',
  'steam',
  'http',
  'https',
  'www',
])
const hosts =
  /^(?:https?:\/\/)?(?:www\.|m\.)?(?:facebook|fb|messenger|instagram|tiktok|telegram|threads|zalo|discord|youtube|twitter|snapchat|x|t|m)\.(?:com|me|net|gg|vn|be)\//iu

/** As many accounts of one text as are looked at. */
const mostHandles = 20

/** An account's name as it is compared: small letters and digits; people drop dots and underscores. */
const bareHandle = (text: string): string =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase('vi')
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * The account names in a text as people note them: `@thuyen_dem`, `Zalo: thuyen.dem`,
 * `facebook.com/thuyen.dem`, several with commas or spaces between.
 */
export const handlesIn = (text: string): string[] => {
  const found = text
    .split(/[\s,;:()"']+(?!\/\/)/u)
    .map((word) => word.replace(hosts, '').replace(/[/?#].*$/u, ''))
    .filter((word) => !platforms.has(word.toLowerCase()))
    .map(bareHandle)
    .filter((handle) => handle.length >= 3)
  return [...new Set(found)].slice(0, mostHandles)
}

/** The letters of an account's name without its digits; null where too few are left to tell it by. */
export const lettersOfHandle = (handle: string): string | null => {
  const letters = handle.replace(/\p{N}/gu, '')
  return letters.length >= 8 ? letters : null
}

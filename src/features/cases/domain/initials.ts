/** What stands for a name until somebody asks to see it: `Nguyễn Thị Mai` → `N.T.M.` */
export const initialsOf = (name: string): string =>
  name
    .normalize('NFC')
    .split(/[\s-]+/u)
    .flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? [])
    .map((letter) => `${letter.toLocaleUpperCase('vi')}.`)
    .join('')

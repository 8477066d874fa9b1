/**
 * A short list of passwords of at least 12 characters that guessers try first, written for this
 * project: keyboard walks, counted words, common phrases in English and Vietnamese. It is not a
 * collection of leaked passwords and does not replace one. Lower case, letters and digits only.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  111111111111 112233445566 121212121212 123123123123 123321123321 123456123456 123456654321
  1234567890123 12345678901234 123456789012 123456789123 1234567891011 123456789abc 123456789qwe
  1234567890qw 1234567890qwe 12345qwertyui 123qweasdzxc 123qwe123qwe 1234qwerasdf 12qwaszx12qwaszx
  147258369147 147852369147 159357159357 159753159753 987654321098 987654321987 9876543210987
  1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc
  1qaz1qaz1qaz 2wsx3edc4rfv q1w2e3r4t5y6 q1w2e3r4t5y6u7i8 qazwsxedcrfv qazwsxedc123 qweasdzxc123
  qwerty123456 qwerty1234567 qwerty12345678 qwertyuiop12 qwertyuiop123 qwertyuiopasdf qwertyqwerty
  qwertyuiopasdfghjkl qwertyuiop1234 qwertyasdfgh qwerty654321 asdfghjkl123 asdfghjkl1234
  asdfasdfasdf asdfqwerzxcv asdfghjklqwertyuiop zxcvbnm12345 zxcvbnm123456 zxcvbnmasdfghjkl
  abc123456789 abc123abc123 abcd12345678 abcdefg12345 abcdefgh1234 abcdefghijkl abcdefghijklm
  abcdefghijklmnop abcd1234abcd a1b2c3d4e5f6 a123456789012 a12345678901 aa1234567890 aaa123456789
  password1234 password12345 password123456 password2020 password2021 password2022 password2023
  password2024 password2025 password2026 passwordpassword passw0rd1234 p4ssw0rd1234 mypassword12
  mypassword123 mypassword1234 newpassword1 newpassword12 newpassword123 thisismypassword
  changeme1234 changeme12345 changemenow1 letmein12345 letmein123456 letmeinletmein welcome12345
  welcome123456 welcome12024 welcome12025 welcometothejungle iloveyou1234 iloveyou12345
  iloveyou123456 iloveyouforever iloveyousomuch iloveyou2024 iloveyou2025 adminadminadmin
  admin1234567 admin12345678 admin123456789 administrator administrator1 administrator123
  superman1234 superadmin123 supervisor123 rootrootroot manager12345 default12345 test12345678
  testtesttest testing12345 temp12345678 temporary123 temporary1234 password1password1
  dragon123456 monkey123456 football1234 football12345 baseball1234 liverpool1234 manchester123
  manchesterunited chelsea12345 arsenal12345 barcelona123 barcelona1234 realmadrid123 juventus1234
  michael12345 jessica12345 princess1234 sunshine1234 sunshine12345 butterfly123 charlie12345
  computer1234 computer12345 internet1234 facebook1234 facebook12345 samsung12345 iphone123456
  google123456 youtube12345 microsoft123 windows12345 starwars1234 pokemon12345 minecraft123
  trustno1trustno1 whatever1234 correcthorsebatterystaple tobeornottobe fuckyou12345 secret123456
  summer2024summer winter2024winter spring202412 january12345 december1234 november1234
  blink182blink182 thequickbrownfox lookatmenow12 godisgood1234 jesuschrist1 jesuslovesme
  matkhau12345 matkhau123456 matkhau1234567 matkhaumatkhau matkhau12345678 matkhaucuatoi
  matkhaula123 matkhaukhongco khongcomatkhau khongbiet1234 khongnhomatkhau quenmatkhau1
  anhyeuem1234 anhyeuem12345 anhyeuem123456 anhyeuemnhieu anhyeuemmaimai emyeuanh1234 emyeuanh12345
  emyeuanh123456 emyeuanhnhieu yeuanhmaimai yeuemmaimai toiyeuvietnam toiyeuvietnam1 toiyeuban123
  iloveyouvietnam iloveyouanhyeuem concobebe123 conyeubome123 bomeyeucon123 giadinhlaso1
  giadinhtoiyeu giadinhhanhphuc hanhphuc1234 hanhphuc12345 hanhphucmaimai xinchao12345 xinchao123456
  xinchaocacban chaocacban12 vietnam12345 vietnam123456 vietnam1234567 vietnamvodich vietnamtoiyeu
  vietnam19752 vietnam2024a vietnam2025a hanoi1234567 hanoi12345678 hanoimuathu1 saigon123456
  saigon1234567 saigondeplam hochiminh123 hochiminh1234 hochiminhcity danang123456 danang1234567
  danang432025 haiphong1234 haiphong12345 cantho123456 thanhhoa1234 nghean123456 quangnam1234
  nguyenvana12 nguyenvana123 nguyenvanan1 nguyenthia12 nguyenthithu nguyen123456 nguyen1234567
  nguyennguyen tran12345678 tranvan12345 hoang1234567 linh12345678 thao12345678 phuong123456
  phuong1234567 huong1234567 trang1234567 minhminhminh tuananh12345 thuylinh1234 quynhanh1234
  ngocanh12345 maianh123456 hoanganh1234 ducanh123456 khanhlinh123 matkhaumoi123 matkhaumoi1234
  matkhaumanh1 dangnhap1234 dangnhap12345 quantri12345 quantrivien1 quantrivien123 nhanvien1234
  nhanvien12345 congtacxahoi congtacxahoi1 congtacxahoi123 baovetreem111 treemvietnam phunuvietnam
  hoilienhiepphunu tongdai11111 canhsat11333 benan1234567 benan12345678 benanbenan12 benanbenanbenan
  conmeocon123 conchocon123 meomeomeomeo gaugaugaugau hoahongdo123 hoasen123456 hoamaivang12
  mattroi123456 mattroi12345 motbahaibonnam mothaibabonnam mothaibabon12
  bonjour12345 bonjour123456 motdepasse12 motdepasse123 motdepasse1234 motdepasse12345 jetaime12345
  jetaimemonamour azertyuiop12 azertyuiop123 azertyuiop1234 azerty123456 azerty1234567 soleil123456
  doudou123456 chouchou1234 marseille123 monmotdepasse loulou123456 france123456 parisparis12
  `
    .split(/\s+/)
    .filter((entry) => entry.length >= 12),
)

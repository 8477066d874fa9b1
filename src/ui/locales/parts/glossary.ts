/** Words of the work in plain language; which belong together is told in `src/home/glossary.ts`. */
export const vi = {
  'glossary.title': 'Giải thích từ ngữ',
  'glossary.intro':
    'Từ dùng trong hệ thống, giải thích bằng lời thường. Pháp luật được nhắc ở đây chỉ để hiểu, không thay lời khuyên của luật sư.',
  'glossary.link': 'Từ nào khó hiểu? Xem phần giải thích từ ngữ.',

  'glossary.group.people': 'Con người',
  'glossary.survivor': 'Nạn nhân, người bị hại, người sống sót',
  'glossary.survivor.is':
    'Người đã bị bạo lực hoặc bóc lột. Gọi theo cách người đó chọn. Trong hệ thống: “người được hỗ trợ”.',
  'glossary.child': 'Trẻ em',
  'glossary.child.is':
    'Luật Trẻ em: dưới 16 tuổi. Công ước về Quyền trẻ em, Công ước Hà Nội và Luật Phòng, chống mua bán người: dưới 18 tuổi. Người 16, 17 tuổi được cả dịch vụ cho trẻ em lẫn cho phụ nữ.',
  'glossary.caregiver': 'Người chăm sóc',
  'glossary.caregiver.is': 'Người thường ngày nuôi nấng trẻ, có thể không phải cha mẹ.',
  'glossary.representative': 'Người đại diện theo pháp luật',
  'glossary.representative.is':
    'Cha, mẹ hoặc người giám hộ được đồng ý thay trẻ. Người bị nghi gây hại thì không.',
  'glossary.separated': 'Trẻ bị chia cắt, trẻ không có người đi kèm',
  'glossary.separated.is':
    'Bị chia cắt: không ở với cha mẹ nhưng có họ hàng. Không có người đi kèm: không có người lớn nào có trách nhiệm.',
  'glossary.lead': 'Người phụ trách',
  'glossary.lead.is': 'Cán bộ chịu trách nhiệm về hồ sơ, kể cả khi đã chuyển gửi cho nơi khác.',
  'glossary.unit': 'Đơn vị',
  'glossary.unit.is':
    'Một nhóm của một cơ quan, trong một lĩnh vực: bảo vệ trẻ em, hỗ trợ phụ nữ, công an, y tế, nhà tạm lánh, trợ giúp pháp lý, phòng chống mua bán người, tổng đài.',

  'glossary.group.work': 'Công việc với hồ sơ',
  'glossary.case': 'Hồ sơ',
  'glossary.case.is': 'Mọi điều cần để giúp một người, do một đơn vị giữ.',
  'glossary.section': 'Phần của hồ sơ',
  'glossary.section.is': 'Phần được xem, chia sẻ và mã hoá riêng, ví dụ Nhân thân hay Sức khoẻ.',
  'glossary.incident': 'Sự việc',
  'glossary.incident.is': 'Một việc đã xảy ra với một người, hoặc một chuỗi hành vi liền nhau.',
  'glossary.risk-level': 'Mức nguy cơ',
  'glossary.risk-level.is':
    'Khả năng bị hại: cao, trung bình, thấp, không có. Quyết định phải làm gì trong bao lâu.',
  'glossary.immediate-danger': 'Nguy hiểm tức thì',
  'glossary.immediate-danger.is':
    'Có thể bị hại ngay bây giờ. Gọi 113, 115, hoặc 111 với trẻ em; khác với mức nguy cơ.',
  'glossary.safety-plan': 'Kế hoạch an toàn',
  'glossary.safety-plan.is':
    'Những bước người đó và nhóm đã thống nhất để giảm nguy hiểm, trên mạng và ngoài đời.',
  'glossary.best-interests': 'Lợi ích tốt nhất của trẻ',
  'glossary.best-interests.is':
    'Điều cần cân nhắc trước mọi quyết định với trẻ. Đánh giá (BIA) do một cán bộ làm nhanh; xác định (BID) do một hội đồng.',
  'glossary.psychosocial-support': 'Hỗ trợ tâm lý xã hội',
  'glossary.psychosocial-support.is':
    'Giúp người đó lấy lại bình tĩnh, sức mạnh và các mối quan hệ. Không phải điều trị y khoa.',
  'glossary.care-after-rape': 'Chăm sóc y tế sau hiếp dâm',
  'glossary.care-after-rape.is':
    'Trong 72 giờ còn phòng được HIV, trong 120 giờ còn tránh thai khẩn cấp được. Không cần trình báo mới được khám.',

  'glossary.group.sharing': 'Đồng ý và chia sẻ',
  'glossary.consent': 'Đồng thuận',
  'glossary.consent.is':
    'Người đó hiểu và đồng ý cho đơn vị nào thấy phần nào, để làm gì, đến khi nào. Im lặng không phải đồng ý; rút lại được bất cứ lúc nào.',
  'glossary.assent': 'Sự ưng thuận của trẻ',
  'glossary.assent.is':
    'Ý kiến đồng ý của trẻ chưa đủ tuổi tự quyết, bên cạnh đồng ý của người đại diện.',
  'glossary.legal-basis': 'Căn cứ pháp lý khác',
  'glossary.legal-basis.is':
    'Lý do được chia sẻ khi không thể hỏi, ví dụ để cứu mạng. Luôn ghi rõ và có người xem lại.',
  'glossary.mandatory-report': 'Báo tin theo nghĩa vụ',
  'glossary.mandatory-report.is':
    'Luật buộc báo cho cơ quan có thẩm quyền. Nói trước với người đó về giới hạn bảo mật, chỉ báo điều cần thiết.',
  'glossary.need-to-know': 'Chỉ điều cần biết',
  'glossary.need-to-know.is': 'Mỗi nơi chỉ thấy điều cần cho dịch vụ của mình.',
  'glossary.safe-contact': 'Liên lạc an toàn',
  'glossary.safe-contact.is':
    'Cách, giờ và lời giới thiệu không làm lộ chuyện. Cách nào chưa được nói là an toàn thì không dùng.',
  'glossary.referral': 'Chuyển gửi',
  'glossary.referral.is':
    'Nhờ đơn vị khác cung cấp dịch vụ. Nơi gửi vẫn phụ trách hồ sơ và được báo lại kết quả.',
  'glossary.transfer': 'Chuyển giao hồ sơ',
  'glossary.transfer.is': 'Trách nhiệm về hồ sơ sang đơn vị khác, khi nơi đó đã nhận.',
  'glossary.joint-case': 'Hồ sơ phối hợp',
  'glossary.joint-case.is': 'Nhiều đơn vị cùng giúp một người, một đơn vị phụ trách chính.',

  'glossary.group.violence': 'Bạo lực và mạng',
  'glossary.gbv': 'Bạo lực trên cơ sở giới',
  'glossary.gbv.is': 'Bạo lực nhằm vào một người vì giới của họ, hoặc vì quan niệm về nam và nữ.',
  'glossary.tfgbv': 'Bạo lực giới qua công nghệ',
  'glossary.tfgbv.is':
    'Bạo lực giới được thực hiện, hỗ trợ hoặc làm nặng thêm bằng công nghệ: đeo bám, mạo danh, theo dõi, phát tán hình ảnh.',
  'glossary.csam': 'Tài liệu xâm hại tình dục trẻ em',
  'glossary.csam.is':
    'Hình ảnh, video, âm thanh, văn bản thể hiện trẻ em bị xâm hại tình dục, kể cả do AI tạo ra. Mỗi hình ảnh là một lần trẻ bị hại: không lưu, không gửi, không mô tả.',
  'glossary.grooming': 'Dụ dỗ trẻ em qua mạng',
  'glossary.grooming.is':
    'Làm quen, lấy lòng tin của trẻ để xâm hại tình dục, trên mạng hay gặp mặt.',
  'glossary.sextortion': 'Tống tình, tống tiền bằng hình ảnh',
  'glossary.sextortion.is':
    'Doạ phát tán hình ảnh nhạy cảm để đòi thêm hình ảnh, tình dục hoặc tiền. Đừng trả tiền, đừng xoá tin nhắn; gọi giúp đỡ.',
  'glossary.live-streaming': 'Xâm hại trẻ em phát trực tiếp',
  'glossary.live-streaming.is':
    'Trẻ bị xâm hại trước ống kính cho người khác xem, thường theo yêu cầu hoặc trả tiền. Cần cứu ngay.',
  'glossary.self-generated': 'Hình ảnh nhạy cảm do trẻ tự tạo',
  'glossary.self-generated.is':
    'Trẻ tự chụp, tự quay, đôi khi vì bị ép. Nếu bị người khác dùng để gây hại, trẻ là nạn nhân, không phải người vi phạm.',
  'glossary.ncii': 'Phát tán hình ảnh riêng tư trái ý muốn',
  'glossary.ncii.is':
    'Chia sẻ hình ảnh riêng tư của người lớn mà họ không đồng ý. Đồng ý cho chụp không phải đồng ý cho chia sẻ.',
  'glossary.deepfake': 'Hình ảnh giả mạo (deepfake)',
  'glossary.deepfake.is':
    'Hình, tiếng giả của người thật, thường do AI tạo. Dưới 18 tuổi: coi là tài liệu xâm hại trẻ em.',
  'glossary.doxxing': 'Phát tán thông tin cá nhân (doxxing)',
  'glossary.doxxing.is': 'Đưa địa chỉ, số điện thoại, giấy tờ của người khác lên mạng để gây hại.',
  'glossary.exploitation-in-prostitution': 'Bóc lột tình dục trẻ em qua mại dâm',
  'glossary.exploitation-in-prostitution.is':
    'Tình dục với trẻ đổi lấy tiền hay bất cứ thứ gì. Trẻ không bao giờ là người “bán”.',
  'glossary.hash': 'Mã băm',
  'glossary.hash.is':
    'Dấu vân tay của một tệp. Giúp các nền tảng nhận ra và chặn hình ảnh mà không cần gửi hình đi.',
  'glossary.takedown': 'Gỡ bỏ',
  'glossary.takedown.is':
    'Yêu cầu nền tảng xoá hoặc chặn nội dung gây hại. Lưu đường dẫn và ngày giờ trước khi gỡ.',
  'glossary.preservation': 'Bảo quản dữ liệu',
  'glossary.preservation.is':
    'Cơ quan có thẩm quyền yêu cầu giữ dữ liệu để làm bằng chứng, trong thời hạn.',

  'glossary.group.trafficking': 'Mua bán người và trở về',
  'glossary.trafficking': 'Mua bán người',
  'glossary.trafficking.is':
    'Tuyển, chuyển, giữ người bằng ép buộc hay lừa dối để bóc lột. Dưới 18 tuổi: không cần có ép buộc hay lừa dối.',
  'glossary.forced-criminality': 'Cưỡng bức phạm tội',
  'glossary.forced-criminality.is':
    'Bị ép làm điều trái luật, như lừa đảo trên mạng. Người bị ép là nạn nhân.',
  'glossary.scam-compound': 'Khu lừa đảo trực tuyến',
  'glossary.scam-compound.is': 'Nơi giữ nhiều người và ép họ lừa đảo qua mạng.',
  'glossary.presumed-victim': 'Người có thể là nạn nhân',
  'glossary.presumed-victim.is':
    'Có cơ sở hợp lý để tin là bị mua bán. Được giúp ngay, trước khi có quyết định.',
  'glossary.identified-victim': 'Nạn nhân đã được xác định',
  'glossary.identified-victim.is':
    'Cơ quan có thẩm quyền đã quyết định. Nếu bị từ chối, người đó có thể khiếu nại.',
  'glossary.reflection-period': 'Thời gian hồi phục và suy nghĩ',
  'glossary.reflection-period.is':
    'Ít nhất 30 ngày để hồi phục và quyết định có hợp tác với cơ quan điều tra không.',
  'glossary.non-punishment': 'Không xử phạt nạn nhân',
  'glossary.non-punishment.is': 'Không xử lý nạn nhân vì việc họ bị ép làm. Nêu sớm với luật sư.',
  'glossary.reintegration': 'Tái hoà nhập',
  'glossary.reintegration.is':
    'Trở lại cuộc sống an toàn: giấy tờ, sức khoẻ, việc làm, gia đình, cộng đồng.',

  'glossary.group.law': 'Luật và tổ chức',
  'glossary.hanoi-convention': 'Công ước Hà Nội',
  'glossary.hanoi-convention.is':
    'Công ước của Liên hợp quốc về chống tội phạm mạng (2024), mở ký tại Hà Nội năm 2025. Điều 14 đến 16: xâm hại trẻ em trên mạng và phát tán hình ảnh riêng tư; Điều 34: giúp đỡ nạn nhân. Số điều chưa được đối chiếu với bản chính thức.',
  'glossary.child-law': 'Luật Trẻ em',
  'glossary.child-law.is':
    'Luật 102/2016/QH13. Trẻ em là người dưới 16 tuổi. Ai biết trẻ bị xâm hại đều phải báo tin.',
  'glossary.trafficking-law': 'Luật Phòng, chống mua bán người',
  'glossary.trafficking-law.is':
    'Luật 53/2024/QH15, có hiệu lực từ 1/7/2025. Người đang được xác định cũng được hỗ trợ.',
  'glossary.domestic-violence-law': 'Luật Phòng, chống bạo lực gia đình',
  'glossary.domestic-violence-law.is':
    'Luật 13/2022/QH15, có hiệu lực từ 1/7/2023: nơi nhận tin báo, cấm tiếp xúc.',
  'glossary.data-law': 'Luật Bảo vệ dữ liệu cá nhân',
  'glossary.data-law.is':
    'Luật 91/2025/QH15, có hiệu lực từ 1/1/2026. Đồng ý phải rõ ràng và rút lại được.',
  'glossary.hotline-111': 'Tổng đài 111',
  'glossary.hotline-111.is': 'Tổng đài quốc gia bảo vệ trẻ em, miễn phí, cả ngày lẫn đêm.',
  'glossary.luxembourg-guidelines': 'Hướng dẫn thuật ngữ Luxembourg',
  'glossary.luxembourg-guidelines.is':
    'Cách gọi tên đúng và không làm tổn thương trẻ em bị bóc lột, xâm hại tình dục. Hệ thống này theo hướng dẫn đó.',
  'glossary.gbvims': 'Bộ công cụ GBVIMS',
  'glossary.gbvims.is':
    'Cách ghi chép và đếm bạo lực giới an toàn, dùng chung giữa các tổ chức; chỉ đếm người đã đồng ý.',
} as const

export const en: Record<keyof typeof vi, string> = {
  'glossary.title': 'Words explained',
  'glossary.intro':
    'Words used in this system, in plain language. Laws are mentioned to be understood; this is no legal advice.',
  'glossary.link': 'A word that is hard? See the words explained.',

  'glossary.group.people': 'People',
  'glossary.survivor': 'Victim or survivor',
  'glossary.survivor.is':
    'Somebody who has met violence or exploitation. Use the word the person chooses. In this system mostly “the person”.',
  'glossary.child': 'Child',
  'glossary.child.is':
    'Law on Children of Viet Nam: under 16. Convention on the Rights of the Child, Hanoi Convention and the trafficking law: under 18. At 16 and 17, services for children and for women are both offered.',
  'glossary.caregiver': 'Caregiver',
  'glossary.caregiver.is': 'Whoever brings up a child day by day, parent or not.',
  'glossary.representative': 'Legal representative',
  'glossary.representative.is':
    'The parent or guardian who may agree for a child. Nobody who is suspected of the harm.',
  'glossary.separated': 'Separated or unaccompanied child',
  'glossary.separated.is':
    'Separated: without parents but with relatives. Unaccompanied: without any adult who is responsible.',
  'glossary.lead': 'Lead',
  'glossary.lead.is':
    'The worker who answers for a case, also after the person was referred elsewhere.',
  'glossary.unit': 'Unit',
  'glossary.unit.is':
    'A team of an agency in one field: child protection, women’s services, police, health, shelter, legal aid, anti-trafficking, hotline.',

  'glossary.group.work': 'Work with a case',
  'glossary.case': 'Case',
  'glossary.case.is': 'Everything needed to help one person, kept by one unit.',
  'glossary.section': 'Section',
  'glossary.section.is':
    'A part that is seen, shared and encrypted as one, such as Identity or Health.',
  'glossary.incident': 'Incident',
  'glossary.incident.is': 'One thing that happened to one person, or one course of conduct.',
  'glossary.risk-level': 'Risk level',
  'glossary.risk-level.is':
    'How likely harm is: high, medium, low, none. It sets how soon somebody acts.',
  'glossary.immediate-danger': 'Immediate danger',
  'glossary.immediate-danger.is':
    'Harm may come right now. Call 113, 115, or 111 for a child; not the same as the risk level.',
  'glossary.safety-plan': 'Safety plan',
  'glossary.safety-plan.is': 'Steps agreed with the person to lessen danger, online and offline.',
  'glossary.best-interests': 'Best interests of the child',
  'glossary.best-interests.is':
    'What is weighed before any decision about a child. An assessment (BIA) is made quickly by one worker, a determination (BID) by a panel.',
  'glossary.psychosocial-support': 'Psychosocial support',
  'glossary.psychosocial-support.is':
    'Help to find calm, strength and people again. Not medical treatment.',
  'glossary.care-after-rape': 'Clinical management of rape',
  'glossary.care-after-rape.is':
    'Within 72 hours HIV can be prevented, within 120 hours pregnancy. No report to police is needed.',

  'glossary.group.sharing': 'Consent and sharing',
  'glossary.consent': 'Consent',
  'glossary.consent.is':
    'The person understands and agrees which unit sees which sections, for what and until when. Silence is no consent; it can be withdrawn at any time.',
  'glossary.assent': 'Assent',
  'glossary.assent.is':
    'The agreement of a child who cannot yet decide alone, beside that of the representative.',
  'glossary.legal-basis': 'Other legal basis',
  'glossary.legal-basis.is':
    'A ground for sharing where one cannot ask, such as to save a life. Always written down and reviewed.',
  'glossary.mandatory-report': 'Mandatory report',
  'glossary.mandatory-report.is':
    'The law obliges to tell an authority. Explain the limits of confidentiality first and tell only what is required.',
  'glossary.need-to-know': 'Need to know',
  'glossary.need-to-know.is': 'Each service sees only what its work needs.',
  'glossary.safe-contact': 'Safe contact',
  'glossary.safe-contact.is':
    'A way, hours and words that give nothing away. What was not called safe is not used.',
  'glossary.referral': 'Referral',
  'glossary.referral.is':
    'Another unit is asked for a service. The sender keeps the case and hears what came of it.',
  'glossary.transfer': 'Transfer',
  'glossary.transfer.is': 'Responsibility for the case moves to another unit, once it accepts.',
  'glossary.joint-case': 'Joint case',
  'glossary.joint-case.is': 'Several units help one person, one of them leads.',

  'glossary.group.violence': 'Violence and the internet',
  'glossary.gbv': 'Gender-based violence',
  'glossary.gbv.is':
    'Violence against somebody because of their gender, or of what is expected of women and men.',
  'glossary.tfgbv': 'Technology-facilitated gender-based violence',
  'glossary.tfgbv.is':
    'Such violence done, helped or made worse by technology: stalking, impersonation, spying, sharing images.',
  'glossary.csam': 'Child sexual abuse material',
  'glossary.csam.is':
    'Images, films, sound or text of a child being sexually abused, made by AI or not. Each is a record of harm: never keep, send or describe it.',
  'glossary.grooming': 'Grooming',
  'glossary.grooming.is':
    'Winning a child’s trust in order to abuse them sexually, online or in person.',
  'glossary.sextortion': 'Sexual extortion',
  'glossary.sextortion.is':
    'A threat to share intimate images to get more images, sexual acts or money. Do not pay, do not delete the messages; get help.',
  'glossary.live-streaming': 'Live online child sexual abuse',
  'glossary.live-streaming.is':
    'A child abused before a camera while others watch, often on request or for pay. Help is needed at once.',
  'glossary.self-generated': 'Self-generated sexual content',
  'glossary.self-generated.is':
    'Made by the child, sometimes under pressure. Where others misuse it the child is a victim, not an offender.',
  'glossary.ncii': 'Non-consensual sharing of intimate images',
  'glossary.ncii.is':
    'Sharing an adult’s intimate image without consent. To agree to its being taken is not to agree to its being shared.',
  'glossary.deepfake': 'Deepfake',
  'glossary.deepfake.is':
    'A false picture or voice of a real person, mostly made by AI. Of somebody under 18 it is child sexual abuse material.',
  'glossary.doxxing': 'Doxxing',
  'glossary.doxxing.is': 'Publishing somebody’s address, number or papers online in order to harm.',
  'glossary.exploitation-in-prostitution': 'Sexual exploitation of children in prostitution',
  'glossary.exploitation-in-prostitution.is':
    'A sexual act with a child in return for anything. A child never “sells”.',
  'glossary.hash': 'Hash',
  'glossary.hash.is':
    'A fingerprint of a file. Platforms can recognise and block an image by it without being sent the image.',
  'glossary.takedown': 'Takedown',
  'glossary.takedown.is':
    'Asking a platform to remove or block harmful content. Note addresses and times first.',
  'glossary.preservation': 'Preservation',
  'glossary.preservation.is': 'An authority asks that data be kept as evidence for a time.',

  'glossary.group.trafficking': 'Trafficking and return',
  'glossary.trafficking': 'Trafficking in persons',
  'glossary.trafficking.is':
    'Recruiting, moving or holding people by force or deceit in order to exploit them. Under 18, no force or deceit is needed.',
  'glossary.forced-criminality': 'Forced criminality',
  'glossary.forced-criminality.is':
    'Being made to break the law, as with online scams. Whoever is forced is a victim.',
  'glossary.scam-compound': 'Scam compound',
  'glossary.scam-compound.is': 'A place that holds many people and makes them run online scams.',
  'glossary.presumed-victim': 'Presumed victim',
  'glossary.presumed-victim.is':
    'There are reasonable grounds to believe in trafficking. Helped at once, before any decision.',
  'glossary.identified-victim': 'Identified victim',
  'glossary.identified-victim.is':
    'An authority has decided so. If it says no, the person can appeal.',
  'glossary.reflection-period': 'Recovery and reflection period',
  'glossary.reflection-period.is':
    'At least 30 days to recover and decide whether to cooperate with investigators.',
  'glossary.non-punishment': 'Non-punishment',
  'glossary.non-punishment.is':
    'Victims are not punished for what they were forced to do. Tell a lawyer early.',
  'glossary.reintegration': 'Reintegration',
  'glossary.reintegration.is':
    'Coming back to a safe life: papers, health, work, family, community.',

  'glossary.group.law': 'Law and bodies',
  'glossary.hanoi-convention': 'Hanoi Convention',
  'glossary.hanoi-convention.is':
    'United Nations Convention against Cybercrime (2024), opened for signature in Hanoi in 2025. Arts. 14 to 16: abuse of children online and intimate images; art. 34: help to victims. Article numbers are not checked against the official text.',
  'glossary.child-law': 'Law on Children',
  'glossary.child-law.is':
    'Law 102/2016/QH13. A child is under 16. Whoever knows of abuse has to report it.',
  'glossary.trafficking-law': 'Law on trafficking',
  'glossary.trafficking-law.is':
    'Law 53/2024/QH15, in force since 1 July 2025. Those being identified are helped too.',
  'glossary.domestic-violence-law': 'Law on domestic violence',
  'glossary.domestic-violence-law.is':
    'Law 13/2022/QH15, in force since 1 July 2023: who takes reports, and no-contact orders.',
  'glossary.data-law': 'Personal data protection law',
  'glossary.data-law.is':
    'Law 91/2025/QH15, in force since 1 January 2026. Consent has to be explicit and can be withdrawn.',
  'glossary.hotline-111': 'Hotline 111',
  'glossary.hotline-111.is': 'The national child protection hotline, free, day and night.',
  'glossary.luxembourg-guidelines': 'Luxembourg Guidelines',
  'glossary.luxembourg-guidelines.is':
    'How to name sexual exploitation and abuse of children rightly and without adding harm. This system follows them.',
  'glossary.gbvims': 'GBVIMS',
  'glossary.gbvims.is':
    'A safe way, shared by many organisations, to record and count gender-based violence; only those who agreed are counted.',
}

export const fr: Record<keyof typeof vi, string> = {
  'glossary.title': 'Les mots expliqués',
  'glossary.intro':
    'Les mots de ce système, en langage simple. Les lois sont citées pour être comprises ; ceci n’est pas un conseil juridique.',
  'glossary.link': 'Un mot difficile ? Voyez les mots expliqués.',

  'glossary.group.people': 'Les personnes',
  'glossary.survivor': 'Victime ou survivante',
  'glossary.survivor.is':
    'Qui a subi une violence ou une exploitation. Employez le mot que la personne choisit. Dans ce système, le plus souvent « la personne ».',
  'glossary.child': 'Enfant',
  'glossary.child.is':
    'Loi vietnamienne sur les enfants : moins de 16 ans. Convention des droits de l’enfant, Convention de Hanoï et loi sur la traite : moins de 18 ans. À 16 et 17 ans, on propose les services pour enfants et pour femmes.',
  'glossary.caregiver': 'Personne responsable',
  'glossary.caregiver.is': 'Qui élève l’enfant au quotidien, parent ou non.',
  'glossary.representative': 'Représentant légal',
  'glossary.representative.is':
    'Le parent ou tuteur qui peut consentir pour l’enfant. Jamais une personne suspectée.',
  'glossary.separated': 'Enfant séparé ou non accompagné',
  'glossary.separated.is':
    'Séparé : sans ses parents mais avec des proches. Non accompagné : sans aucun adulte responsable.',
  'glossary.lead': 'Référente',
  'glossary.lead.is': 'La personne qui répond du dossier, même après une orientation ailleurs.',
  'glossary.unit': 'Unité',
  'glossary.unit.is':
    'Une équipe d’un organisme dans un domaine : protection de l’enfance, aide aux femmes, police, santé, hébergement, aide juridique, lutte contre la traite, ligne d’écoute.',

  'glossary.group.work': 'Le travail sur un dossier',
  'glossary.case': 'Dossier',
  'glossary.case.is': 'Tout ce qui sert à aider une personne, tenu par une unité.',
  'glossary.section': 'Partie du dossier',
  'glossary.section.is': 'Une partie vue, partagée et chiffrée d’un bloc, comme Identité ou Santé.',
  'glossary.incident': 'Fait',
  'glossary.incident.is': 'Un acte subi par une personne, ou une série d’actes.',
  'glossary.risk-level': 'Niveau de risque',
  'glossary.risk-level.is':
    'La probabilité d’un préjudice : élevé, moyen, faible, aucun. Elle fixe le délai pour agir.',
  'glossary.immediate-danger': 'Danger immédiat',
  'glossary.immediate-danger.is':
    'Un préjudice peut survenir maintenant. Appelez le 113, le 115, ou le 111 pour un enfant ; différent du niveau de risque.',
  'glossary.safety-plan': 'Plan de sécurité',
  'glossary.safety-plan.is':
    'Des étapes convenues avec la personne pour réduire le danger, en ligne et hors ligne.',
  'glossary.best-interests': 'Intérêt supérieur de l’enfant',
  'glossary.best-interests.is':
    'Ce que l’on pèse avant toute décision pour un enfant. L’évaluation (BIA) est faite vite par une personne, la détermination (BID) par un collège.',
  'glossary.psychosocial-support': 'Soutien psychosocial',
  'glossary.psychosocial-support.is':
    'Aider à retrouver calme, force et liens. Ce n’est pas un traitement médical.',
  'glossary.care-after-rape': 'Prise en charge clinique du viol',
  'glossary.care-after-rape.is':
    'Sous 72 heures on peut prévenir le VIH, sous 120 heures une grossesse. Aucune plainte n’est nécessaire.',

  'glossary.group.sharing': 'Consentement et partage',
  'glossary.consent': 'Consentement',
  'glossary.consent.is':
    'La personne comprend et accepte quelle unité voit quelles parties, pour quoi et jusqu’à quand. Le silence n’est pas un consentement ; il se retire à tout moment.',
  'glossary.assent': 'Assentiment',
  'glossary.assent.is':
    'L’accord d’un enfant qui ne peut pas encore décider seul, à côté de celui du représentant.',
  'glossary.legal-basis': 'Autre base légale',
  'glossary.legal-basis.is':
    'Un motif de partage quand on ne peut pas demander, par exemple pour sauver une vie. Toujours noté et revu.',
  'glossary.mandatory-report': 'Signalement obligatoire',
  'glossary.mandatory-report.is':
    'La loi oblige à informer une autorité. Expliquez d’abord les limites de la confidentialité et ne dites que le nécessaire.',
  'glossary.need-to-know': 'Besoin d’en connaître',
  'glossary.need-to-know.is': 'Chaque service ne voit que ce qu’exige son travail.',
  'glossary.safe-contact': 'Contact sans danger',
  'glossary.safe-contact.is':
    'Un moyen, des heures et des mots qui ne trahissent rien. Ce qui n’est pas dit sûr ne s’emploie pas.',
  'glossary.referral': 'Orientation',
  'glossary.referral.is':
    'On demande un service à une autre unité. L’expéditeur garde le dossier et apprend le résultat.',
  'glossary.transfer': 'Transfert',
  'glossary.transfer.is':
    'La responsabilité du dossier passe à une autre unité, dès qu’elle accepte.',
  'glossary.joint-case': 'Dossier commun',
  'glossary.joint-case.is': 'Plusieurs unités aident une personne, l’une d’elles conduit.',

  'glossary.group.violence': 'Violences et internet',
  'glossary.gbv': 'Violence basée sur le genre',
  'glossary.gbv.is':
    'Violence contre une personne en raison de son genre, ou de ce que l’on attend des femmes et des hommes.',
  'glossary.tfgbv': 'Violence basée sur le genre facilitée par la technologie',
  'glossary.tfgbv.is':
    'Cette violence commise, aidée ou aggravée par la technologie : traque, usurpation, espionnage, diffusion d’images.',
  'glossary.csam': 'Contenus d’abus sexuels d’enfants',
  'glossary.csam.is':
    'Images, vidéos, sons ou textes montrant l’abus sexuel d’un enfant, créés par IA ou non. Chacun est la trace d’un préjudice : ne les gardez, n’envoyez et ne décrivez jamais.',
  'glossary.grooming': 'Sollicitation d’enfants en ligne',
  'glossary.grooming.is':
    'Gagner la confiance d’un enfant pour en abuser sexuellement, en ligne ou en personne.',
  'glossary.sextortion': 'Extorsion sexuelle',
  'glossary.sextortion.is':
    'Menace de diffuser des images intimes pour obtenir d’autres images, des actes sexuels ou de l’argent. Ne payez pas, n’effacez pas les messages ; demandez de l’aide.',
  'glossary.live-streaming': 'Abus sexuel d’enfant diffusé en direct',
  'glossary.live-streaming.is':
    'Un enfant abusé devant une caméra pendant que d’autres regardent, souvent sur demande ou contre paiement. Il faut agir tout de suite.',
  'glossary.self-generated': 'Contenu sexuel autoproduit par un enfant',
  'glossary.self-generated.is':
    'Réalisé par l’enfant, parfois sous pression. Quand d’autres en abusent, l’enfant est victime, pas coupable.',
  'glossary.ncii': 'Diffusion non consentie d’images intimes',
  'glossary.ncii.is':
    'Partager l’image intime d’un adulte sans son accord. Accepter la prise n’est pas accepter le partage.',
  'glossary.deepfake': 'Hypertrucage',
  'glossary.deepfake.is':
    'Fausse image ou voix d’une personne réelle, le plus souvent par IA. Avant 18 ans, c’est un contenu d’abus sexuel d’enfant.',
  'glossary.doxxing': 'Divulgation malveillante (doxxing)',
  'glossary.doxxing.is': 'Publier l’adresse, le numéro ou les papiers de quelqu’un pour nuire.',
  'glossary.exploitation-in-prostitution': 'Exploitation sexuelle d’enfants dans la prostitution',
  'glossary.exploitation-in-prostitution.is':
    'Un acte sexuel avec un enfant contre quoi que ce soit. Un enfant ne « vend » jamais.',
  'glossary.hash': 'Empreinte numérique',
  'glossary.hash.is':
    'L’empreinte d’un fichier. Les plateformes reconnaissent et bloquent une image sans qu’on la leur envoie.',
  'glossary.takedown': 'Retrait',
  'glossary.takedown.is':
    'Demander à une plateforme de retirer ou bloquer un contenu nuisible. Notez d’abord adresses et heures.',
  'glossary.preservation': 'Conservation de données',
  'glossary.preservation.is':
    'Une autorité demande de garder des données comme preuves pendant un temps.',

  'glossary.group.trafficking': 'Traite et retour',
  'glossary.trafficking': 'Traite des personnes',
  'glossary.trafficking.is':
    'Recruter, déplacer ou retenir par contrainte ou tromperie pour exploiter. Avant 18 ans, ni contrainte ni tromperie ne sont nécessaires.',
  'glossary.forced-criminality': 'Criminalité forcée',
  'glossary.forced-criminality.is':
    'Être forcée d’enfreindre la loi, comme dans les escroqueries en ligne. Qui est forcé est victime.',
  'glossary.scam-compound': 'Complexe d’escroquerie',
  'glossary.scam-compound.is':
    'Un lieu qui retient des personnes et les force à escroquer en ligne.',
  'glossary.presumed-victim': 'Victime présumée',
  'glossary.presumed-victim.is':
    'Il y a des motifs raisonnables de croire à la traite. Aidée tout de suite, avant toute décision.',
  'glossary.identified-victim': 'Victime identifiée',
  'glossary.identified-victim.is':
    'Une autorité l’a décidé. Si elle refuse, la personne peut faire un recours.',
  'glossary.reflection-period': 'Période de rétablissement et de réflexion',
  'glossary.reflection-period.is':
    'Au moins 30 jours pour se rétablir et décider de coopérer ou non avec les enquêteurs.',
  'glossary.non-punishment': 'Non-sanction',
  'glossary.non-punishment.is':
    'Les victimes ne sont pas punies pour ce qu’on les a forcées à faire. Dites-le tôt à un juriste.',
  'glossary.reintegration': 'Réintégration',
  'glossary.reintegration.is':
    'Revenir à une vie sûre : papiers, santé, travail, famille, communauté.',

  'glossary.group.law': 'Lois et organismes',
  'glossary.hanoi-convention': 'Convention de Hanoï',
  'glossary.hanoi-convention.is':
    'Convention des Nations Unies contre la cybercriminalité (2024), ouverte à la signature à Hanoï en 2025. Art. 14 à 16 : abus d’enfants en ligne et images intimes ; art. 34 : aide aux victimes. Numéros non vérifiés sur le texte officiel.',
  'glossary.child-law': 'Loi sur les enfants',
  'glossary.child-law.is':
    'Loi 102/2016/QH13. Est enfant qui a moins de 16 ans. Quiconque connaît un abus doit le signaler.',
  'glossary.trafficking-law': 'Loi contre la traite',
  'glossary.trafficking-law.is':
    'Loi 53/2024/QH15, en vigueur depuis le 1er juillet 2025. Les personnes en cours d’identification sont aidées aussi.',
  'glossary.domestic-violence-law': 'Loi contre la violence familiale',
  'glossary.domestic-violence-law.is':
    'Loi 13/2022/QH15, en vigueur depuis le 1er juillet 2023 : qui reçoit les signalements, interdiction de contact.',
  'glossary.data-law': 'Loi sur la protection des données personnelles',
  'glossary.data-law.is':
    'Loi 91/2025/QH15, en vigueur depuis le 1er janvier 2026. Le consentement doit être explicite et peut être retiré.',
  'glossary.hotline-111': 'Ligne 111',
  'glossary.hotline-111.is':
    'La ligne nationale de protection de l’enfance, gratuite, jour et nuit.',
  'glossary.luxembourg-guidelines': 'Guide de terminologie de Luxembourg',
  'glossary.luxembourg-guidelines.is':
    'Comment nommer justement, sans blesser, l’exploitation et les abus sexuels d’enfants. Ce système les suit.',
  'glossary.gbvims': 'GBVIMS',
  'glossary.gbvims.is':
    'Une façon sûre et commune de noter et compter les violences de genre ; seules celles qui l’ont accepté sont comptées.',
}

import type { Condition, FieldGroup } from '../../../forms/index.js'
import { annotations, imageConsents, mediaKinds } from './code-lists-incident.js'
import type { KnownLists } from './known-lists.js'
import { say } from './words.js'

const online: Condition = { field: 'online', is: ['yes'] }
const images: Condition = { field: 'imagesInvolved', is: ['yes'] }

/** What happened on platforms and devices. Never the picture itself, only where and what it is. */
export const onlinePart = ({ hanoiFacts }: KnownLists): FieldGroup => ({
  title: say('Trên mạng và thiết bị số', 'Online and on devices', 'En ligne et sur les appareils'),
  fields: [
    {
      code: 'online',
      kind: 'yes-no',
      label: say(
        'Có diễn ra trên mạng hoặc qua thiết bị số không?',
        'Did any of it happen online or through a device?',
        'Une partie s’est-elle passée en ligne ou par un appareil ?',
      ),
    },
    {
      code: 'platform',
      kind: 'text',
      maxLength: 200,
      when: online,
      label: say('Nền tảng', 'Platform', 'Plateforme'),
      hint: say(
        'Ứng dụng, trang mạng hoặc trò chơi.',
        'App, site or game.',
        'Application, site ou jeu.',
      ),
    },
    {
      code: 'accounts',
      kind: 'long-text',
      maxLength: 2000,
      when: online,
      label: say('Tài khoản của người gây hại', 'Accounts of whoever harms', 'Comptes de l’auteur'),
      hint: say('Mỗi dòng một tài khoản.', 'One on each line.', 'Un par ligne.'),
    },
    {
      code: 'urls',
      kind: 'long-text',
      maxLength: 5000,
      when: online,
      label: say('Đường dẫn', 'Addresses of pages', 'Adresses des pages'),
      hint: say(
        'Mỗi dòng một đường dẫn. Không mở, không tải về. Yêu cầu gỡ bỏ được theo dõi ở mục Gỡ bỏ.',
        'One on each line. Do not open or download. Removal is followed under Takedown.',
        'Une par ligne. N’ouvrez pas, ne téléchargez pas. Le retrait se suit sous Retrait.',
      ),
    },
    {
      code: 'hashes',
      kind: 'long-text',
      maxLength: 5000,
      when: online,
      label: say('Mã băm của tệp', 'Hashes of files', 'Empreintes de fichiers'),
      hint: say(
        'Chỉ mã băm do công an hoặc dịch vụ chuyên trách cung cấp; không bao giờ là hình ảnh.',
        'Only hashes given by police or a specialised service; never the picture.',
        'Seulement celles fournies par la police ou un service spécialisé ; jamais l’image.',
      ),
    },
    {
      code: 'reportNumber',
      kind: 'text',
      maxLength: 200,
      when: online,
      label: say(
        'Số báo cáo của nền tảng, CyberTipline hoặc 111',
        'Report number of the platform, CyberTipline or 111',
        'Numéro de signalement de la plateforme, de CyberTipline ou du 111',
      ),
    },
    {
      code: 'imagesInvolved',
      kind: 'yes-no',
      when: online,
      label: say(
        'Có hình ảnh, video riêng tư hoặc tình dục không?',
        'Are intimate or sexual images involved?',
        'Des images intimes ou sexuelles sont-elles en jeu ?',
      ),
    },
    {
      code: 'mediaKinds',
      kind: 'choices',
      list: mediaKinds,
      plain: true,
      when: images,
      label: say('Loại nội dung', 'Kind of content', 'Type de contenu'),
    },
    {
      code: 'consentToRecording',
      kind: 'choice',
      list: imageConsents,
      when: images,
      label: say(
        'Người đó có đồng ý cho chụp, quay không?',
        'Did the person agree to the recording?',
        'La personne a-t-elle accepté l’enregistrement ?',
      ),
      hint: say(
        'Người dưới 18 tuổi không thể đồng ý về nội dung tình dục, dù đã tự chụp.',
        'Nobody under 18 can consent to sexual content, even if they took it themselves.',
        'Avant 18 ans on ne peut consentir à un contenu sexuel, même pris soi-même.',
      ),
    },
    {
      code: 'consentToSharing',
      kind: 'choice',
      list: imageConsents,
      when: images,
      label: say('Có đồng ý cho chia sẻ không?', 'And to its being shared?', 'Et à son partage ?'),
      hint: say(
        'Đồng ý cho chụp không có nghĩa là đồng ý cho chia sẻ.',
        'To agree to a recording is not to agree to its being shared.',
        'Accepter l’enregistrement n’est pas accepter le partage.',
      ),
    },
    {
      code: 'facts',
      kind: 'choices',
      list: hanoiFacts,
      plain: true,
      label: say(
        'Điều nào đúng với sự việc này?',
        'Which of these hold?',
        'Lesquels de ces points sont vrais ?',
      ),
      hint: say(
        'Giúp xác định điều khoản liên quan của Công ước Hà Nội.',
        'Tells which articles of the Hanoi Convention are touched.',
        'Indique les articles de la Convention de Hanoï concernés.',
      ),
    },
    {
      code: 'actInFurtherance',
      kind: 'yes-no',
      when: { field: 'facts', is: ['grooming'] },
      label: say(
        'Đã có bước cụ thể để gặp hoặc xâm hại?',
        'Was there a concrete step towards a meeting or abuse?',
        'Y a-t-il eu un acte concret vers une rencontre ou un abus ?',
      ),
      hint: say(
        'Hẹn gặp, mua vé, đến nơi. Một số nước đòi hỏi điều này (Công ước Hà Nội, Điều 15).',
        'An appointment, a ticket, a journey. Some States ask for it (Hanoi Convention, art. 15).',
        'Un rendez-vous, un billet, un trajet. Certains États l’exigent (Convention de Hanoï, art. 15).',
      ),
    },
    {
      code: 'believedToBeChild',
      kind: 'yes-no',
      when: { field: 'facts', is: ['grooming'] },
      label: say(
        'Người gây hại nghĩ rằng mình đang tiếp xúc với trẻ em?',
        'Did whoever did it believe the person to be a child?',
        'L’auteur croyait-il avoir affaire à un enfant ?',
      ),
    },
    {
      code: 'annotations',
      kind: 'choices',
      list: annotations,
      plain: true,
      label: say('Đặc điểm', 'Features', 'Caractéristiques'),
    },
  ],
})

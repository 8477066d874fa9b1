import type { Form } from '../../../forms/index.js'
import {
  implementations,
  responseTimes,
  satisfactions,
  serviceReferrals,
} from './code-lists-services.js'
import { notesField } from './fields.js'
import type { KnownLists } from './known-lists.js'
import { say } from './words.js'

/** What the person gets and misses, all in all. */
export const servicesForm: Form = {
  code: 'services',
  section: 'services',
  title: say('Tổng quan dịch vụ', 'Services at a glance', 'Vue d’ensemble des services'),
  many: false,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'priorities',
          kind: 'long-text',
          maxLength: 2000,
          label: say(
            'Với người đó, điều gì cần trước?',
            'What comes first for the person?',
            'Qu’est-ce qui compte d’abord pour la personne ?',
          ),
        },
        {
          code: 'barriers',
          kind: 'long-text',
          maxLength: 2000,
          label: say(
            'Điều gì cản trở?',
            'What stands in the way?',
            'Qu’est-ce qui fait obstacle ?',
          ),
          hint: say(
            'Đường xa, chi phí, ngôn ngữ, sợ bị biết, giờ mở cửa.',
            'Distance, cost, language, fear of being seen, opening hours.',
            'Distance, coût, langue, peur d’être vue, horaires.',
          ),
        },
        notesField,
      ],
    },
  ],
}

/** One service, given here or elsewhere, wanted or declined. */
export const serviceForm = ({ services }: KnownLists): Form => ({
  code: 'service',
  section: 'services',
  title: say('Từng dịch vụ', 'Each service', 'Chaque service'),
  one: say('Một dịch vụ', 'A service', 'Un service'),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'serviceType',
          kind: 'choice',
          list: services,
          plain: true,
          required: 'to-save',
          label: say('Dịch vụ', 'Service', 'Service'),
        },
        {
          code: 'referral',
          kind: 'choice',
          list: serviceReferrals,
          plain: true,
          required: 'to-save',
          label: say('Ai cung cấp?', 'Who gives it?', 'Qui le donne ?'),
        },
        {
          code: 'provider',
          kind: 'text',
          maxLength: 300,
          label: say('Nơi cung cấp', 'Provider', 'Prestataire'),
          hint: say(
            'Tên nhà tạm lánh không ghi ở đây mà ở phần An toàn.',
            'The name of a shelter is not written here but under Safety.',
            'Le nom d’un hébergement ne s’écrit pas ici mais dans la partie Sécurité.',
          ),
        },
        {
          code: 'responseTime',
          kind: 'choice',
          list: responseTimes,
          plain: true,
          label: say('Cần trong bao lâu?', 'Needed how soon?', 'Dans quel délai ?'),
        },
        {
          code: 'appointmentOn',
          kind: 'date',
          label: say('Ngày hẹn', 'Appointment on', 'Rendez-vous le'),
        },
        {
          code: 'implementation',
          kind: 'choice',
          list: implementations,
          plain: true,
          required: 'to-complete',
          when: {
            field: 'referral',
            is: [
              'service_provided_by_your_agency',
              'referred',
              'services_already_received_from_another_agency',
            ],
          },
          label: say('Đã thực hiện chưa?', 'Was it given?', 'A-t-il été rendu ?'),
        },
        {
          code: 'implementedOn',
          kind: 'date',
          only: 'past',
          when: { field: 'implementation', is: ['implemented'] },
          label: say('Ngày thực hiện', 'Given on', 'Rendu le'),
        },
        {
          code: 'satisfaction',
          kind: 'choice',
          list: satisfactions,
          when: { field: 'implementation', is: ['implemented'] },
          label: say(
            'Người đó thấy dịch vụ thế nào?',
            'How was it for the person?',
            'Comment était-ce pour la personne ?',
          ),
        },
        {
          code: 'whyNot',
          kind: 'text',
          maxLength: 500,
          when: { field: 'referral', is: ['referral_declined_by_survivor', 'service_unavailable'] },
          label: say('Vì sao không?', 'Why not?', 'Pourquoi non ?'),
        },
        {
          code: 'notes',
          kind: 'long-text',
          maxLength: 5000,
          label: say('Ghi chú', 'Notes', 'Notes'),
        },
      ],
    },
  ],
})

import type { Field, Form } from '../../../forms/index.js'
import { goingWell, returnPlaces, returnRisks, visitKinds } from './code-lists-reintegration.js'
import { notesField } from './fields.js'
import { say } from './words.js'

/** Coming back, and to what. */
export const reintegrationForm: Form = {
  code: 'reintegration',
  section: 'reintegration',
  title: say('Tái hoà nhập', 'Reintegration', 'Réintégration'),
  intro: say(
    'Nơi tạm lánh không ghi ở đây mà ở phần An toàn.',
    'A place of shelter is not written here but under Safety.',
    'Un lieu d’hébergement ne s’écrit pas ici mais dans la partie Sécurité.',
  ),
  many: false,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'returnPlace',
          kind: 'choice',
          list: returnPlaces,
          required: 'to-complete',
          label: say(
            'Người đó muốn về đâu?',
            'Where does the person want to go?',
            'Où la personne veut-elle aller ?',
          ),
        },
        {
          code: 'familyKnows',
          kind: 'yes-no',
          label: say(
            'Gia đình biết chuyện không?',
            'Does the family know?',
            'La famille est-elle au courant ?',
          ),
          hint: say(
            'Không nói với gia đình nếu người đó không muốn.',
            'Do not tell the family against the person’s wish.',
            'N’en parlez pas à la famille contre la volonté de la personne.',
          ),
        },
        {
          code: 'familyWelcomes',
          kind: 'yes-no',
          label: say(
            'Gia đình có đón nhận không?',
            'Will the family take them in?',
            'La famille l’accueillera-t-elle ?',
          ),
        },
        {
          code: 'risks',
          kind: 'choices',
          list: returnRisks,
          label: say('Rủi ro khi trở về', 'Risks on return', 'Risques au retour'),
        },
        {
          code: 'debt',
          kind: 'long-text',
          maxLength: 1000,
          when: { field: 'risks', is: ['debt'] },
          label: say('Nợ ai, bao nhiêu?', 'Owed to whom, how much?', 'Dû à qui, combien ?'),
        },
        {
          code: 'goals',
          kind: 'long-text',
          maxLength: 5000,
          label: say(
            'Người đó mong điều gì trong một năm tới?',
            'What does the person hope for in a year’s time?',
            'Qu’espère la personne d’ici un an ?',
          ),
        },
        notesField,
      ],
    },
  ],
}

const areas = {
  home: say('Chỗ ở, gia đình', 'Home and family', 'Logement et famille'),
  income: say('Thu nhập, nợ nần', 'Income and debt', 'Revenus et dettes'),
  schoolOrWork: say('Học hành, việc làm', 'School or work', 'École ou travail'),
  wellbeing: say('Sức khoẻ, tinh thần', 'Health and mood', 'Santé et moral'),
  safety: say('An toàn', 'Safety', 'Sécurité'),
  community: say('Làng xóm, bạn bè', 'Neighbours and friends', 'Voisins et amis'),
}

const goingQuestions = Object.entries(areas).map(([code, label]): Field => ({
  code,
  kind: 'choice',
  list: goingWell,
  label,
}))

/** One visit after the return. When the next one is due stands in the plan. */
export const reintegrationVisitForm: Form = {
  code: 'reintegration-visit',
  section: 'reintegration',
  title: say('Thăm hỏi sau khi trở về', 'Visits after return', 'Visites après le retour'),
  one: say('Một lần thăm hỏi', 'A visit', 'Une visite'),
  intro: say(
    'Đến mà không để hàng xóm biết vì sao. Lịch thăm nằm trong kế hoạch.',
    'Come without letting neighbours know why. The schedule is in the plan.',
    'Venez sans que les voisins sachent pourquoi. Le calendrier est dans le plan.',
  ),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'visitedOn',
          kind: 'date',
          only: 'past',
          required: 'to-save',
          label: say('Ngày', 'Day', 'Jour'),
        },
        {
          code: 'kind',
          kind: 'choice',
          list: visitKinds,
          required: 'to-save',
          label: say('Hình thức', 'Kind', 'Forme'),
        },
        ...goingQuestions,
        {
          code: 'contactedAgain',
          kind: 'yes-no',
          label: say(
            'Kẻ gây hại, người môi giới có liên lạc lại không?',
            'Have traffickers or recruiters been in touch again?',
            'Des trafiquants ou recruteurs ont-ils repris contact ?',
          ),
          hint: say(
            'Nếu có: đánh giá lại nguy cơ ngay.',
            'If so, assess the risk again at once.',
            'Si oui, réévaluez le risque tout de suite.',
          ),
        },
        {
          code: 'observations',
          kind: 'long-text',
          maxLength: 5000,
          label: say(
            'Điều đã thấy, đã nghe',
            'What was seen and heard',
            'Ce qui a été vu et entendu',
          ),
        },
        {
          code: 'agreed',
          kind: 'long-text',
          maxLength: 2000,
          label: say('Điều đã thống nhất', 'What was agreed', 'Ce qui a été convenu'),
        },
      ],
    },
  ],
}

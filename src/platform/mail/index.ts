export { Mailer, MailRefused, type Letter } from './mailer.js'

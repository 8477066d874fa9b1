export { loadDemo, type DemoOptions } from './load-demo.js'
export { demoSecrets, demoStories, someStories } from './stories.js'
export { demoPassword, demoStaff, type DemoWorker } from './staff.js'

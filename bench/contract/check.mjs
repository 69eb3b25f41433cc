// Asks every operation of a research desk's contract that Assay serves, through a proxy that turns whatever breaks the
// contract, request or answer, into an error. The contract is read from where it is; it is no part of Assay.
//
//   npm install --prefix target/peers @stoplight/prism-cli@5.16.0
//   node bench/contract/check.mjs CONTRACT.yaml http://127.0.0.1:8420 [QUERY]
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const [contract, desk, query = '稀土'] = process.argv.slice(2)
if (!contract || !desk) {
  console.error('usage: node check.mjs CONTRACT.yaml DESK [QUERY]')
  process.exit(2)
}
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const prism = [process.env.PEERS, join(root, 'target/peers')]
  .filter(Boolean)
  .map(folder => join(folder, 'node_modules/.bin/prism'))
  .find(existsSync)
if (!prism) {
  console.error('prism is not there: npm install --prefix target/peers @stoplight/prism-cli@5.16.0')
  process.exit(2)
}
const token = process.env.ASSAY_TOKEN ?? 'none'

const free = await new Promise(done => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    server.close(() => done(port))
  })
})
const proxy = spawn(prism, ['proxy', contract, desk, '--errors', '--host', '127.0.0.1', '--port', String(free)], { stdio: 'pipe' })
process.on('exit', () => proxy.kill())
await new Promise((ready, gone) => {
  let said = ''
  proxy.stdout.on('data', text => { said += text; if (said.includes('is listening')) ready() })
  proxy.on('exit', () => gone(new Error(said)))
})

let asked = 0
let broken = 0
async function ask(method, path, body) {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  if (body && !(body instanceof FormData)) headers['content-type'] = 'application/json'
  const answer = await fetch(`http://127.0.0.1:${free}${path}`, {
    method, headers, body: body && !(body instanceof FormData) ? JSON.stringify(body) : body,
  })
  const text = await answer.text()
  const breaks = text.includes('stoplight.io/prism/errors')
  asked++
  if (breaks || answer.status >= 400) broken++
  console.log(`${breaks ? 'BREAKS' : answer.status} ${method} ${decodeURI(path)}${answer.status >= 400 ? ' ' + text.slice(0, 600) : ''}`)
  try { return JSON.parse(text) } catch { return text }
}
const post = (path, body) => ask('POST', path, body)
const get = path => ask('GET', path)
const take = (path, body) => ask('DELETE', path, body)

const found = await post('/v2/search', { query, num: 5 })
for (const sort of ['news', 'reports', 'socials', 'webpages', 'minutes'])
  await post(`/v2/search/${sort}`, { query, num: 3, start_datetime: '2020-01-01', end_datetime: '2030-01-01 10:00:00' })
await post('/v2/search/filings', { query, symbols: ['US:MP'] })
const doc = found.docs?.[0]
if (!doc) throw new Error(`nothing is found for ${query}: ask for something that the desk has`)
await get(`/v1/docs/${doc.doc_id}`)
await get(`/v1/docs/${doc.doc_id}/raw-content`)
await get(`/v1/docs/${doc.doc_id}/summary`)

const folder = await post('/v1/docs/folder/create', { name: 'contract' })
const form = new FormData()
const mark = Math.random().toString(36).slice(2)
form.set('file', new Blob([`Harbour notes ${mark}\n\nThe harbour at North Ridge shipped 40 tonnes of ore on Tuesday. It plans to ship 60 tonnes in March.`], { type: 'text/plain' }), `notes-${mark}.txt`)
form.set('folder_id', folder.folder_id)
const uploaded = await post('/v1/docs/upload/form', form)
await get(`/v1/docs/${uploaded.id}/upload/status`)

const filters = { page_num: 1, page_size: 5, categories: ['news', 'reports', 'files'], start_date: '2020-01-01', end_date: '2030-01-01' }
await post('/v1/docs', { ...filters, folder_ids: [folder.folder_id] })
await post('/v1/docs', { page_num: 2, page_size: 20 })
await post('/v1/docs/tags', { ...filters, tags: { names: ['钕', 'Lynas'] } })
await post('/v1/docs/symbols', { ...filters, symbols: ['US:MP'] })
for (const mode of ['smart', 'semantic', 'keywords'])
  await post('/v1/search', { ...filters, query, mode, sort: 'latest', should_highlight: true })
await post('/v1/search/chunks', { query, num: 5, include_doc_extra_details: true })
await post('/v1/search/chunks', { query, num: 5, doc_ids: [doc.doc_id], date_range: 'y' })
await post('/v1/tools/kb/search', { query, num: 5 })
await post('/v1/chat/completion', { query, stream: false, mode: 'concise', doc_ids: [doc.doc_id] })
for (const line of ['companies', 'topics', 'institutes', 'public-media', 'social-media'])
  await post(`/v1/tools/timeline/${line}`, { num: 5 })

const group = await post('/v1/following/groups', { name: `contract ${mark}`, follow_values: [{ follow_type: 1, follow_value: 'Lynas' }] })
const at = `/v1/following/groups/${group.group_id}`
await get('/v1/following/groups')
await get(at)
await post(`${at}/follows`, { follow_values: [{ follow_type: 1, follow_value: '钕' }] })
await ask('PUT', `${at}/follows`, { follow_values: [{ follow_type: 1, follow_value: '钕' }, { follow_type: 1, follow_value: 'Lynas' }] })
await get(`${at}/docs?page_num=1&page_size=5`)
await take(`${at}/follows?follow_values=Lynas`)
await post(at, { name: `contract ${mark}` })
await take(at)

const channels = await post('/v1/channels/search', { query: 'e' })
await get('/v1/channels/followings?page_num=1&page_size=5')
await get('/v1/channels/followings/docs?page_num=1&page_size=5')
if (process.env.FEED) {
  const channel = await post(`/v1/channels/${encodeURIComponent(process.env.FEED)}/follow`)
  await get(`/v1/channels/followings/docs?channel_ids=${channel.id}`)
  await take(`/v1/channels/${channel.id}/unfollow`)
}
if (process.env.PAGE) {
  const docs = [{ url: process.env.PAGE }]
  const [one] = (await post('/v1/docs/upload', { docs, folder_id: folder.folder_id })).docs
  const [two] = (await post('/v1/docs/upload/async', { docs })).docs
  await get(`/v1/docs/${two.id}/upload/status`)
  await take('/v1/docs/delete', { doc_ids: [one.id] })
}
await get('/v1/concepts/today')
await get('/v1/concepts/latest?include_docs=true')
await take('/v1/docs/folder/delete', { folder_id: folder.folder_id })
await take('/v1/docs/delete', { doc_ids: [uploaded.id] })

console.log(`${asked} requests, ${broken} that break the contract or are refused`)
process.exit(broken ? 1 : 0)

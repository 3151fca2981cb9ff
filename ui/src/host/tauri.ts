/** The host that is the backend: the window's only door to Tauri. */
import { listen } from '@tauri-apps/api/event';
import { type Answer, commands, type Opened, type Planned, type Start } from './bindings';
import { type Events, type Host, Refused } from './host';
import { call } from './key';
import { keepPicture } from './picture';

/** Gives the value of a command, or throws what the world said no with. */
async function value<T>(
  answer: Promise<{ status: 'ok'; data: T } | { status: 'error'; error: Refused['trouble'] }>,
): Promise<T> {
  const settled = await answer;
  if (settled.status === 'error') throw new Refused(settled.error);
  return settled.data;
}

/** Those that are being set up: what is said before is not heard. */
const listeners: Promise<unknown>[] = [];

export const tauri: Host = {
  start: () => call<Start>('start', null),
  listening: async (closing) => {
    await Promise.all(listeners);
    await value(commands.listening(closing));
  },
  open: (draft) => value(commands.open(draft)),
  changeNow: (change) => call<Answer>('change', change),
  change: (change) => value(commands.change(change)),
  plan: (structure) => call<Planned>('plan', structure),
  resync: (draft, session, text) => call<Opened>('resync', { draft, session, text }),
  agrees: (draft, session, version, hash) => value(commands.agrees(draft, session, version, hash)),
  leave: (draft, caret, top) => value(commands.leave(draft, caret, top)).then(() => {}),
  save: (draft) => value(commands.save(draft)).then(() => {}),
  create: (title, template) => value(commands.createFrom(title, template, null)),
  templates: () => value(commands.templates()),
  footers: () => value(commands.footers()),
  putFooter: (draft, name) => value(commands.putFooter(draft, name)).then(() => {}),
  details: (draft) => value(commands.details(draft)),
  setDetail: (draft, field, to) => value(commands.setDetail(draft, field, to)).then(() => {}),
  markPublished: (draft, address) => value(commands.markPublished(draft, address)).then(() => {}),
  quickOpen: (letters) => value(commands.quickOpen(letters)),
  rename: (draft, name) => value(commands.rename(draft, name)),
  duplicate: (draft) => value(commands.duplicate(draft)),
  trash: (draft) => value(commands.trash(draft)).then(() => {}),
  restore: () => value(commands.restore()),
  reveal: (draft) => value(commands.reveal(draft)).then(() => {}),
  search: (words) => value(commands.search(words)),
  find: (query) => value(commands.find(query)),
  previewReplace: (query, by) => value(commands.previewReplace(query, by)),
  replace: (query, by, drafts) => value(commands.replace(query, by, drafts)),
  makeFolder: (folder) => value(commands.makeFolder(folder)).then(() => {}),
  moveDraft: (draft, folder) => value(commands.moveDraft(draft, folder)),
  arrange: (arrangement) => value(commands.arrange(arrangement)).then(() => {}),
  exportPiece: (draft, format) => value(commands.exportPiece(draft, format)),
  saveCopy: (draft) => value(commands.saveCopy(draft)),
  print: (draft) => value(commands.print(draft)).then(() => {}),
  pastePage: (draft, html) => value(commands.pastePage(draft, html)),
  bandsOf: (drafts, unit) => value(commands.bandsOf(drafts, unit)),
  writingMinutes: (pressed) => value(commands.writingMinutes(pressed)),
  openFile: () => value(commands.openFile()),
  chooseLibrary: () => value(commands.chooseLibrary()).then(() => {}),
  keepPicture,
  pastePicture: (draft) => value(commands.pastePicture(draft)),
  openLink: (url) => value(commands.openLink(url)).then(() => {}),
  keepSettings: (settings) => value(commands.keepSettings(settings)).then(() => {}),
  check: (draft) => value(commands.check(draft)).then(() => {}),
  ignore: (draft, passage, on) => value(commands.ignore(draft, passage, on)).then(() => {}),
  tick: (draft, passage, on) => value(commands.tick(draft, passage, on)).then(() => {}),
  mend: (draft) => value(commands.mend(draft)).then(() => {}),
  suggestions: (draft, word) => value(commands.suggestions(draft, word)),
  ownWord: (word, on) => value(commands.ownWord(word, on)).then(() => {}),
  passWord: (draft, word, on) => value(commands.passWord(draft, word, on)).then(() => {}),
  fullScreen: () => value(commands.fullScreen()),
  caughtUp: () => value(commands.caughtUp()).then(() => {}),
  history: (draft) => value(commands.history(draft)),
  compare: (draft, snapshot) => value(commands.compare(draft, snapshot)),
  restoreSnapshot: (draft, snapshot, what) =>
    value(commands.restoreSnapshot(draft, snapshot, what)).then(() => {}),
  nameSnapshot: (draft, snapshot, name) => value(commands.nameSnapshot(draft, snapshot, name)).then(() => {}),
  saveElsewhere: (draft) => value(commands.saveElsewhere(draft)),
  copyText: (draft) => value(commands.copyText(draft)).then(() => {}),
  copy: (words) => value(commands.copy(words)).then(() => {}),
  clipboard: () => value(commands.clipboard()),
  mergeCopy: (draft, copy) => value(commands.mergeCopy(draft, copy)).then(() => {}),
  settled: (draft, caret, top) => value(commands.settled(draft, caret, top)).then(() => {}),
  on: <K extends keyof Events>(event: K, listener: (payload: Events[K]) => void) => {
    const name = event.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    listeners.push(listen<Events[K]>(name, ({ payload }) => listener(payload)));
  },
};

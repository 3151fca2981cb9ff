/** An owner of the text who hears everything and does nothing: a test says what it cares for. */
import type { EditorEvents } from '../outside';

export const silent: EditorEvents = {
  change: () => {},
  caret: () => {},
  addPoint: () => {},
  removePoint: () => {},
  movePoint: () => {},
  pastePoints: () => false,
  pastePage: () => null,
  keepPictures: async () => [],
  pastePicture: async () => [],
  conflicts: () => {},
  marks: () => {},
  found: () => {},
  copy: () => {},
  clipboard: async () => '',
  openLink: () => {},
};

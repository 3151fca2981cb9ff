import { mount } from 'svelte';
import App from './App.svelte';
import { rehearse } from './components/rehearsal';
import { Rehearsed } from './host/rehearsed';
import { tauri } from './host/tauri';
import { Room } from './state/room.svelte';
import { texts } from './texts';
import './fonts/fonts.css';
import './tokens.css';
import './app.css';

document.documentElement.lang = texts.lang;
const room = new Room(tauri);
/** Milliseconds after which the first picture has come to rest. */
const AT_REST = 1200;
const target = document.getElementById('app');
if (target) {
  // The draft is there before anything is painted: one picture, and it is the right one.
  void room.start();
  mount(App, { target, props: { room } });
  setTimeout(() => void rehearse(new Rehearsed()), AT_REST);
}

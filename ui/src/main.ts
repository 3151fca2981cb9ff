import { mount } from 'svelte';
import App from './App.svelte';
import { tauri } from './host/tauri';
import { Room } from './state/room.svelte';
import './fonts/fonts.css';
import './tokens.css';
import './app.css';

const room = new Room(tauri);
const target = document.getElementById('app');
if (target) {
  // The frame is painted before the draft comes.
  mount(App, { target, props: { room } });
  void room.start();
}

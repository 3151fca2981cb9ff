/** Who listens to the host in memory. */
import type { Events } from './host';

export class Listeners {
  private readonly listeners: { [K in keyof Events]?: ((payload: Events[K]) => void)[] } = {};

  emit<K extends keyof Events>(event: K, payload: Events[K]): void {
    for (const listener of this.listeners[event] ?? []) listener(payload);
  }

  on<K extends keyof Events>(event: K, listener: (payload: Events[K]) => void): void {
    const listeners: ((payload: Events[K]) => void)[] = this.listeners[event] ?? [];
    listeners.push(listener);
    Object.assign(this.listeners, { [event]: listeners });
  }
}

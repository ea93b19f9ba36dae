import { expect, it } from 'vitest';
import { isLoopback, isPrivate, readAddress } from './address.ts';

const host = (address: string) => new URL(address).hostname;

it.each(['http://localhost', 'http://a.localhost', 'http://127.0.0.1', 'http://127.3.2.1', 'http://[::1]'])(
  'this machine: %s',
  (address) => {
    expect([isLoopback(host(address)), isPrivate(host(address))]).toEqual([true, true]);
  },
);

it.each([
  '10.1.2.3',
  '192.168.0.9',
  '172.16.0.1',
  '172.31.9.9',
  '169.254.1.1',
  '100.64.0.1',
  '[fd00::1]',
  '[fe80::1]',
  'nas',
  'nas.local',
  'gpu.lan',
  'box.home.arpa',
])('the house: %s', (name) => {
  expect([isLoopback(name), isPrivate(host(`http://${name}`))]).toEqual([false, true]);
});

it.each([
  'api.openai.com',
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '192.169.0.1',
  '[2001:db8::1]',
  'localhost.evil.org',
  'fd.org',
  '127.0.0.1.evil.org',
])('the world: %s', (name) => {
  expect([isLoopback(host(`http://${name}`)), isPrivate(host(`http://${name}`))]).toEqual([false, false]);
});

it.each(['', 'nonsense', 'ftp://a.org', 'javascript:alert(1)', 'file:///etc/passwd'])('no address: %s', (text) => {
  expect(readAddress(text)).toBeUndefined();
});

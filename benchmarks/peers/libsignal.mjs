// Signal's own library as a peer: two devices in one process, one plaintext of 256 bytes to and fro, stores in memory.
// The line protocol is that of driver.h.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import * as signal from '@signalapp/libsignal-client';
import { storesFor } from '../../tests/CryptoLessons.Interop.Tests/libsignal-stores.mjs';

const PLAINTEXT_SIZE = 256;
const BATCH = 8192;
const PRE_KEY_ID = 1;

const { IdentityStore, KyberPreKeyStore, PreKeyStore, SessionStore, SignedPreKeyStore } = storesFor(signal);
const plaintext = Buffer.from(Array.from({ length: PLAINTEXT_SIZE }, (_, i) => i));
const now = () => Number(process.hrtime.bigint());

function device(name) {
  const identity = signal.PrivateKey.generate();
  return {
    address: signal.ProtocolAddress.new(name, 1), identity, registrationId: 1,
    sessions: new SessionStore(), identities: new IdentityStore(identity, 1),
    preKeys: new PreKeyStore(), signedPreKeys: new SignedPreKeyStore(), kyberPreKeys: new KyberPreKeyStore(),
  };
}

// A bundle with a prekey of each kind, which the device keeps.
async function publish(owner) {
  const [preKey, signedPreKey] = [signal.PrivateKey.generate(), signal.PrivateKey.generate()];
  const kyber = signal.KEMKeyPair.generate();
  const sign = (key) => owner.identity.sign(key.serialize());
  const [signature, kyberSignature] = [sign(signedPreKey.getPublicKey()), sign(kyber.getPublicKey())];
  await owner.preKeys.savePreKey(PRE_KEY_ID, signal.PreKeyRecord.new(PRE_KEY_ID, preKey.getPublicKey(), preKey));
  await owner.signedPreKeys.saveSignedPreKey(
    PRE_KEY_ID, signal.SignedPreKeyRecord.new(PRE_KEY_ID, 0, signedPreKey.getPublicKey(), signedPreKey, signature));
  await owner.kyberPreKeys.saveKyberPreKey(PRE_KEY_ID, signal.KyberPreKeyRecord.new(PRE_KEY_ID, 0, kyber, kyberSignature));
  return signal.PreKeyBundle.new(
    owner.registrationId, 1, PRE_KEY_ID, preKey.getPublicKey(), PRE_KEY_ID, signedPreKey.getPublicKey(), signature,
    owner.identity.getPublicKey(), PRE_KEY_ID, kyber.getPublicKey(), kyberSignature);
}

const session = (own, their) => [their.address, own.address, own.sessions, own.identities];

const encrypt = async (from, to) => {
  const message = await signal.signalEncrypt(plaintext, ...session(from, to));
  return { type: message.type(), bytes: message.serialize() };
};

const decrypt = async (to, from, message) => {
  const opened = message.type === signal.CiphertextMessageType.PreKey
    ? await signal.signalDecryptPreKey(
      signal.PreKeySignalMessage.deserialize(message.bytes), ...session(to, from), to.preKeys, to.signedPreKeys, to.kyberPreKeys)
    : await signal.signalDecrypt(signal.SignalMessage.deserialize(message.bytes), ...session(to, from));
  if (Buffer.compare(opened, plaintext) !== 0) throw new Error('libsignal opened a message to something else than was sent.');
};

const [alice, bob] = [device('alice'), device('bob')];

async function inBatches(count, measureEncryption) {
  let time = 0;
  for (let done = 0; done < count; done += BATCH) {
    const messages = [];
    const start = now();
    while (messages.length < Math.min(BATCH, count - done)) messages.push(await encrypt(alice, bob));
    const middle = now();
    for (const message of messages) await decrypt(bob, alice, message);
    time += measureEncryption ? middle - start : now() - middle;
  }
  return time;
}

const operations = new Map([
  ['encrypt', (count) => inBatches(count, true)],
  ['decrypt', (count) => inBatches(count, false)],
  // Two messages, and a Diffie-Hellman step at each end.
  ['round', async (count) => {
    const start = now();
    for (let i = 0; i < count; i++) {
      await decrypt(alice, bob, await encrypt(bob, alice));
      await decrypt(bob, alice, await encrypt(alice, bob));
    }
    return now() - start;
  }],
]);

await signal.processPreKeyBundle(await publish(bob), ...session(alice, bob));
// Once Bob has answered, messages are plain ones; with one more from Alice, her chain is known to Bob.
await decrypt(bob, alice, await encrypt(alice, bob));
await operations.get('round')(1);

const { version } = JSON.parse(readFileSync(new URL('node_modules/@signalapp/libsignal-client/package.json', import.meta.url), 'utf8'));
process.stdout.write(`libsignal ${version} on Node ${process.versions.node}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  const [, name, count] = /^run (\S+) ([1-9]\d*)$/.exec(line) ?? [];
  if (!operations.has(name)) throw new Error(`A line reads "run NAME COUNT", and there is an operation of that name; not so: ${line}`);
  process.stdout.write(`${(await operations.get(name)(Number(count)) / Number(count)).toFixed(3)}\n`);
}

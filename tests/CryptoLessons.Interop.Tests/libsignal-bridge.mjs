// Signal's own library, in the version that the argument names, as one device on a pipe: a JSON object a line in, exactly one a line out.
// It answers the requests that `cryptolessons peer` answers, so that a test cannot tell by the form whom it talks to.
import { createInterface } from 'node:readline';
import { storesFor } from './libsignal-stores.mjs';
import { load } from './libsignal-versions.mjs';

const SAFETY_NUMBER_ITERATIONS = 5200;
const SIGNED_PRE_KEY_ID = 1;

const { signal, ...speaks } = await load(process.argv[2]);
const { IdentityStore, KyberPreKeyStore, PreKeyStore, SenderKeyStore, SessionStore, SignedPreKeyStore } = storesFor(signal);

let device = null;

class Refusal extends Error {
  constructor(code, detail) {
    super(detail);
    this.refusal = code;
  }
}

const hex = (bytes) => Buffer.from(bytes).toString('hex');
const bytes = (text) => {
  if (typeof text !== 'string' || !/^([0-9a-f]{2})*$/.test(text)) throw new Refusal('usage', 'Bytes are lower-case hex.');
  return Buffer.from(text, 'hex');
};
const publicKey = (text) => signal.PublicKey.deserialize(bytes(text));
const address = (request) => signal.ProtocolAddress.new(request.name, request.device);
const ownAddress = () => signal.ProtocolAddress.new(device.name, device.number);

// What the library wants to know of a session: between whom it is, and where it and the identity keys are kept.
const sessionOf = (request) =>
  [address(request), ...(speaks.ownAddress ? [ownAddress()] : []), device.sessions, device.identities];
const preKeyStores = () => [device.preKeys, device.signedPreKeys, ...(speaks.kyber ? [device.kyberPreKeys] : [])];

// The Kyber prekey of last resort, made when the first bundle needs it, and never spent.
const lastResort = () => {
  device.lastResort ??= newKyberPreKey(device.nextKyberPreKeyId++);
  device.kyberPreKeys.lastResortId = device.lastResort.id();
  return device.lastResort;
};

// A Kyber prekey of this device, kept and signed.
const newKyberPreKey = (id) => {
  const pair = signal.KEMKeyPair.generate();
  const record = signal.KyberPreKeyRecord.new(id, 0, pair, device.identity.sign(pair.getPublicKey().serialize()));
  device.kyberPreKeys.map.set(id, record.serialize());
  return record;
};

const operations = {
  new: ({ name, device: number, registration_id, profile }) => {
    if (profile !== speaks.profile) throw new Refusal('usage', `This version of the library does not speak ${profile}.`);
    if (device) throw new Refusal('usage', 'This process is a device already.');
    const identity = signal.PrivateKey.generate();
    const key = signal.PrivateKey.generate();
    const signature = identity.sign(key.getPublicKey().serialize());
    device = {
      name, number, registrationId: registration_id, identity, nextPreKeyId: 1, nextKyberPreKeyId: 1,
      signedPreKey: signal.SignedPreKeyRecord.new(SIGNED_PRE_KEY_ID, 0, key.getPublicKey(), key, signature),
      identities: new IdentityStore(identity, registration_id),
      sessions: new SessionStore(), preKeys: new PreKeyStore(), signedPreKeys: new SignedPreKeyStore(), senderKeys: new SenderKeyStore(),
      kyberPreKeys: speaks.kyber ? new KyberPreKeyStore() : null,
    };
    device.signedPreKeys.map.set(SIGNED_PRE_KEY_ID, device.signedPreKey.serialize());
    return { identity: hex(identity.getPublicKey().serialize()) };
  },

  // Without a one-time prekey it is as when a server has run out of them: the Kyber prekey is the one of last resort.
  bundle: ({ one_time = true }) => {
    const preKey = one_time ? signal.PrivateKey.generate() : null;
    const id = preKey && device.nextPreKeyId++;
    if (preKey) device.preKeys.map.set(id, signal.PreKeyRecord.new(id, preKey.getPublicKey(), preKey).serialize());
    const kyber = !speaks.kyber ? null : one_time ? newKyberPreKey(device.nextKyberPreKeyId++) : lastResort();
    return {
      registration_id: device.registrationId, device: device.number,
      prekey_id: id, prekey: preKey && hex(preKey.getPublicKey().serialize()),
      signed_prekey_id: SIGNED_PRE_KEY_ID, signed_prekey: hex(device.signedPreKey.publicKey().serialize()),
      signed_prekey_signature: hex(device.signedPreKey.signature()),
      identity: hex(device.identity.getPublicKey().serialize()),
      kyber_prekey_id: kyber && kyber.id(), kyber_prekey: kyber && hex(kyber.publicKey().serialize()),
      kyber_prekey_signature: kyber && hex(kyber.signature()),
    };
  },

  process: async (request) => {
    const b = request.bundle;
    const kyber = speaks.kyber ? [b.kyber_prekey_id, signal.KEMPublicKey.deserialize(bytes(b.kyber_prekey)), bytes(b.kyber_prekey_signature)] : [];
    const bundle = signal.PreKeyBundle.new(
      b.registration_id, b.device, b.prekey_id, b.prekey && publicKey(b.prekey), b.signed_prekey_id, publicKey(b.signed_prekey),
      bytes(b.signed_prekey_signature), publicKey(b.identity), ...kyber);
    await signal.processPreKeyBundle(bundle, ...sessionOf(request));
    return { ok: true };
  },

  encrypt: async (request) => {
    const sealed = await signal.signalEncrypt(bytes(request.plaintext), ...sessionOf(request));
    return { type: sealed.type(), message: hex(sealed.serialize()) };
  },

  decrypt: async (request) => {
    const message = bytes(request.message);
    const opened = request.type === signal.CiphertextMessageType.PreKey
      ? await signal.signalDecryptPreKey(signal.PreKeySignalMessage.deserialize(message), ...sessionOf(request), ...preKeyStores())
      : await signal.signalDecrypt(signal.SignalMessage.deserialize(message), ...sessionOf(request));
    return { plaintext: hex(opened) };
  },

  safety_number: async (request) => {
    const remote = await device.identities.getIdentity(address(request));
    if (!remote) throw new Refusal('no_session', 'The identity key of that device is not known.');
    const fingerprint = signal.Fingerprint.new(SAFETY_NUMBER_ITERATIONS, request.version,
      bytes(request.local_id), device.identity.getPublicKey(), bytes(request.remote_id), remote);
    return { digits: fingerprint.displayableFingerprint().toString() };
  },

  group_create: async ({ distribution_id }) => {
    const message = await signal.SenderKeyDistributionMessage.create(ownAddress(), distribution_id, device.senderKeys);
    return { message: hex(message.serialize()) };
  },

  group_process: async (request) => {
    const message = signal.SenderKeyDistributionMessage.deserialize(bytes(request.message));
    await signal.processSenderKeyDistributionMessage(address(request), message, device.senderKeys);
    return { ok: true };
  },

  group_encrypt: async ({ distribution_id, plaintext }) => {
    const sealed = await signal.groupEncrypt(ownAddress(), distribution_id, device.senderKeys, bytes(plaintext));
    return { message: hex(sealed.serialize()) };
  },

  group_decrypt: async (request) =>
    ({ plaintext: hex(await signal.groupDecrypt(address(request), device.senderKeys, bytes(request.message))) }),

  // What follows is not asked of `cryptolessons peer`: there the tests talk to the library itself.

  // A trust root and a server, made for this one certificate.
  sealed_certificate: ({ server_id, name, e164, device: number, identity, expires }) => {
    const trustRoot = signal.PrivateKey.generate();
    const serverKey = signal.PrivateKey.generate();
    const server = signal.ServerCertificate.new(server_id, serverKey.getPublicKey(), trustRoot);
    const certificate = signal.SenderCertificate.new(name, e164, number, publicKey(identity), expires, server, serverKey);
    return { trust_root: hex(trustRoot.getPublicKey().serialize()), certificate: hex(certificate.serialize()) };
  },

  sealed_encrypt: async (request) => {
    const message = await signal.signalEncrypt(bytes(request.plaintext), ...sessionOf(request));
    const content = signal.UnidentifiedSenderMessageContent.new(
      message, signal.SenderCertificate.deserialize(bytes(request.certificate)), request.hint, request.group && bytes(request.group));
    return { message: hex(await signal.sealedSenderEncrypt(content, address(request), device.identities)) };
  },

  sealed_decrypt: async (request) => {
    const opened = await signal.sealedSenderDecryptMessage(
      bytes(request.message), publicKey(request.trust_root), request.now, null, device.name, device.number,
      device.sessions, device.identities, ...preKeyStores());
    return { plaintext: hex(opened.message()), name: opened.senderUuid(), e164: opened.senderE164(), device: opened.deviceId() };
  },

  // No certificate is verified here.
  sealed_content: async ({ message }) => {
    const content = await signal.sealedSenderDecryptToUsmc(bytes(message), device.identities);
    return { type: content.msgType(), hint: content.contentHint(), group: content.groupId() && hex(content.groupId()), content: hex(content.contents()) };
  },
};

const stores = () => (device ? [device.identities, device.sessions, ...preKeyStores(), device.senderKeys] : []);

// The library tells most failures apart by their sentence only.
const sentences = [
  [/signature/i, 'bad_signature'],
  [/untrusted identity/i, 'untrusted_identity'],
  [/sender key/i, 'no_sender_key'],
  [/session .*not found|no session/i, 'no_session'],
  [/too old|legacy/i, 'old_version'],
  [/version was unrecognized/i, 'unknown_version'],
  [/no prekey/i, 'no_prekey'],
];

function codeOf(failure) {
  if (failure.refusal) return failure.refusal;
  if (failure.code === signal.ErrorCode.DuplicatedMessage) return 'duplicate';
  if (failure.code === signal.ErrorCode.UntrustedIdentity) return 'untrusted_identity';
  return sentences.find(([sentence]) => sentence.test(failure.message))?.[1] ?? 'invalid_message';
}

async function answer(line) {
  const before = stores().map((store) => [store, new Map(store.map)]);
  try {
    const request = JSON.parse(line);
    if (!Object.hasOwn(operations, request?.op)) throw new Refusal('usage', 'There is no such operation here.');
    if (!device && request.op !== 'new') throw new Refusal('usage', 'The first request makes the device: new.');
    return await operations[request.op](request);
  } catch (failure) {
    // The library saves some things before it fails; a failure here leaves no trace.
    for (const [store, map] of before) store.map = map;
    const code = failure instanceof SyntaxError || failure instanceof TypeError ? 'usage' : codeOf(failure);
    return { error: code, detail: failure.message };
  }
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await answer(line))}\n`);

#:project ../../src/CryptoLessons

// %% [markdown]
// # Lesson 7. The guest nobody invited
//
// **The claim.** Networks that are closed to the state should be opened to it where there is due cause (Scottish Daily Mail, end of March 2017); and
// where a maker will not break its encryption, there may be other ways (BBC News, 26 March 2017). In November 2018 two officials of a British agency
// wrote down what another way could be: the provider adds a silent participant. (Our words; claims A14, A28 and A48 of [the
// list](../../docs/claims.md).)
//
// **The question.** Nobody's key is stolen and no cipher is weakened. The provider's list of whose phone is whose says one thing that is not true.
// What does that deliver, what can it do in other hands, and can anybody notice?

// %%
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Transparency;
using CryptoLessons.Reports.Pictures;
using static CryptoLessons.Lessons.Blackboard;

// %% [markdown]
// ## Your prediction
//
// Alice, Bob, Carol and Dave sing in a choir and exchange 40 messages in a closed group. After message 15 the provider's directory lists one device
// more for each of them. It belongs to none of them. How many of the 40 messages will that device read? Put your number here before you run on.

// %%
int predicted = 40;

// %% [markdown]
// ## The program
//
// Before a phone writes to somebody, it asks the provider's directory which devices that person has, and encrypts to each of them. The directory's
// answer is signed, so that nobody else can answer. Three messengers, with the same cryptography to the byte. One keeps to the devices that it knows.
// One believes in a new device, and says nothing. One believes in a changed key, and says nothing.

// %%
Conversation choir = ConversationGenerator.Generate(40, 22, "Alice", "Bob", "Carol", "Dave");
Game Play(string design) => Design.Named(design).Play(choir, at: 15, target: "Alice");
Game strict = Play("strict"), ghostly = Play("ghost-device"), swapped = Play("directory-swap");

Display(["what the app believes", "messages that arrived", "bytes a message"],
    ["what it knows", $"{strict.Arrived}", $"{strict.BytesPerMessage:F1}"],
    ["a new device", $"{ghostly.Arrived}", $"{ghostly.BytesPerMessage:F1}"],
    ["a changed key", $"{swapped.Arrived}", $"{swapped.BytesPerMessage:F1}"]);

// %% [markdown]
// ## What a lawful request gets
//
// A court signs a warrant that names Alice. The provider lists a device more for her and for whoever talks with her. In a group of four that is
// everybody, and what they say to the group is said to Alice as well.

// %%
LawfulAccess warrant = ghostly.ServeWarrant();
Display(warrant);
Display(strict.ServeWarrant());

// %% [markdown]
// ## The attack, and its controls
//
// The provider's directory has a key with which it signs. Somebody else has it now, and sits on the wire. The first control has such a key, of
// another provider. The second has the right key, and meets an app that keeps to what it knows.

// %%
ActiveVerdict ghost = ghostly.PlayOn(new AddAGhost(), ghostly.Leak(AccessSecret.Directory));
ActiveVerdict impostor = swapped.PlayOn(new SwapTheDirectory(), swapped.Leak(AccessSecret.Directory));
Display(ghost);

// %%
ActiveVerdict stranger = ghostly.PlayOn(new AddAGhost(), ghostly.Leak(AccessSecret.Directory, Secrets.Unrelated));
ActiveVerdict strangerToo = swapped.PlayOn(new SwapTheDirectory(), swapped.Leak(AccessSecret.Directory, Secrets.Unrelated));
ActiveVerdict refused = strict.PlayOn(new AddAGhost(), strict.Leak(AccessSecret.Directory));
Compare(
    ("a silent device", ghost.Reading), ("control: with another provider's key", stranger.Reading),
    ("a key in the middle", impostor.Reading), ("control: with another provider's key", strangerToo.Reading),
    ("a silent device, where apps keep to what they know", refused.Reading));
Display(ConversationTimeline.Draw(choir, ("a silent device", ghost.Reading), ("where apps keep to what they know", refused.Reading)));

// %% [markdown]
// Nothing of the past: there is no key that opens old messages, and the guest has only ears. Everything from the insertion on, of everybody whom the
// thief cares to list; the bystanders are three pairs who have nothing to do with the choir.
//
// Who could have noticed? Four ways to look. **The first** is the oldest: two people read each other the digits that their phones show. The digits
// are made of keys. Of which keys?

// %%
DhPublicKey alice = ghostly.Transcript.IdentityKeys["Alice"], bob = ghostly.Transcript.IdentityKeys["Bob"];
DhPublicKey guest = DhKeyPair.Generate(new SeededRandom(7)).Public;
DhPublicKey AndTheGuest(string name, DhPublicKey key) => new DeviceList(name, [new(1, 1, key), new(2, 2, guest)]).NumberKey;
string Digits(DhPublicKey alices, DhPublicKey bobs) => new SafetyNumber(2, "Alice"u8, alices, "Bob"u8, bobs).Digits;
string[] Compared(string what, string alices, string bobs) =>
    [what, $"{alices[..10]} ... {alices[^10..]}", $"{bobs[..10]} ... {bobs[^10..]}", alices == bobs ? "the same" : "different"];

Display(["", "Alice's phone shows", "Bob's phone shows", "the numbers are"],
    Compared("nobody in between", Digits(alice, bob), Digits(alice, bob)),
    Compared("a key in the middle", Digits(alice, guest), Digits(guest, bob)),
    Compared("a silent device, number over main devices", Digits(alice, bob), Digits(alice, bob)),
    Compared("a silent device, number over all devices", Digits(alice, AndTheGuest("Bob", bob)), Digits(AndTheGuest("Alice", alice), bob)));

// %% [markdown]
// A safety number of main devices alone never sees a silent second device. It has to cover them all, and two people have to meet and compare.
//
// **The second** way needs nobody to meet. The sender's app puts a hash of the recipient's list of devices into each message, under the message
// authentication code. The recipient's app knows its own devices. Bob receives one message, the first.

// %%
DecryptFailure FirstMessage(bool listed)
{
    var random = new SeededRandom(7);
    DeviceListCheck alices = new(new SignalFunctions(random)), bobs = new(new SignalFunctions(random));
    var (alicesPhone, bobsPhone) = (Device.Create(alices, random), Device.Create(bobs, random));
    bobs.Own = new("Bob", [new(1, bobsPhone.RegistrationId, bobsPhone.IdentityKey)]);
    alices.Recipient = listed ? new("Bob", [.. bobs.Own.Devices, new(2, 2, guest)]) : bobs.Own;
    alicesPhone.StartSession("Bob", bobsPhone.Publish());
    return bobsPhone.Decrypt("Alice", alicesPhone.Encrypt("Bob", "Who is coming on Friday?"u8), out _);
}

Display(["Alice was told of", "Bob's phone says to the first message"],
    ["Bob's phone", $"{FirstMessage(listed: false)}"], ["Bob's phone and another", $"{FirstMessage(listed: true)}"]);

// %% [markdown]
// **The third** way is to make the directory say in public what it says in private. It closes an epoch from time to time, and signs one root for the
// whole list. Each owner's app looks up its own name. **The fourth**: two people compare the roots that they were shown. Alice sleeps through the lie
// and looks afterwards.

// %%
DeviceKeys hers = new(alice), withGuest = new(alice, guest);
KeyDirectory NewDirectory(DirectoryKind kind) => new(kind, DhKeyPair.Generate(new SeededRandom(1)), new SeededRandom(2), TimeProvider.System);
DirectoryClient AppFor(KeyDirectory directory) => new(directory.Key, directory.Kind, TimeProvider.System, TimeSpan.FromDays(1));

KeyDirectory Tell(string lie, KeyDirectory directory)
{
    KeyDirectory face = lie == "to Bob alone" ? directory.Fork(1) : directory;
    if (lie != "none")
        face.Publish("Alice", withGuest);
    face.CloseEpoch();
    return face;
}

// %% [markdown]
// The fork is the craftiest lie: a second directory under the same key, which was the same up to yesterday. Bob is shown the one, Alice the other.

// %%
string[] Look(string lie, DirectoryKind kind)
{
    KeyDirectory directory = NewDirectory(kind);
    var (alices, bobs) = (AppFor(directory), AppFor(directory));
    var owner = new KeyMonitor("Alice", alices);
    owner.Publish(directory, hers);
    directory.CloseEpoch();
    bobs.Ask(Tell(lie, directory), "Alice", out DeviceKeys? believed);
    if (lie == "for one epoch")
        directory.Publish("Alice", hers);
    directory.CloseEpoch();
    string found = $"{owner.Ask(directory)}", compared = Gossip.Compare(alices.Log, bobs.Log) is null ? "nothing" : "evidence";
    return [lie, hers.Equals(believed) ? "Alice" : "Alice and the guest", found, compared];
}

// %%
string[] lies = ["none", "for good", "for one epoch", "to Bob alone"];
string[] columns = ["the lie", "Bob encrypts to", "Alice's app finds", "comparing roots finds"];
Display(columns, [.. lies.Select(lie => Look(lie, DirectoryKind.AppendOnly))]);

// %% [markdown]
// The swap for good is found when Alice looks, the swap for one epoch as well: it leaves a version that she did not make. The lie to Bob alone is
// found by nobody who is alone. It takes two who compare, and then it cannot be denied: both roots are signed.
//
// All that holds in a directory that only grows. In one that overwrites, the short lie is gone without a trace:

// %%
Display(columns, [.. lies.Select(lie => Look(lie, DirectoryKind.Mutable))]);

// %% [markdown]
// ## Two verdicts
//
// Every message authentication code was right, in the group and at the guest's. Cryptography answers the question "did this come from the key,
// unchanged?". It does not answer "whose key is it?".

// %%
JudgeTwice(ghost);
JudgeTwice(impostor);
JudgeTwice(refused);

// %% [markdown]
// ## One change, and its price
//
// Let the apps keep to what they know and say so when the directory says something else. The guest hears nothing, and the warrant gets nothing
// either: the mechanism is the same for both.
//
// The milder change is the public directory, which prevents nothing and tells afterwards. How much was read by then hangs on how often an epoch is
// closed. An alarm that Alice sees ends an investigation as it ends a theft: the last column is the price for both.

// %%
ILookup<int, DateTimeOffset> sent = ghostly.Transcript.Entries.ToLookup(entry => entry.Message, entry => entry.Envelope.Time);
int Unnoticed(TimeSpan epoch)
{
    DateTimeOffset alarm = new(((sent[15].First().UtcTicks / epoch.Ticks) + 1) * epoch.Ticks, TimeSpan.Zero);
    return ghost.Reading.Recovered.Keys.Count(message => message <= ghost.Reading.Of && sent[message].First() < alarm);
}

string read = $"{ghost.Reading.Read} of {ghost.Reading.Of}", refusedRead = $"{refused.Reading.Read} of {refused.Reading.Of}";
string opened = $"{warrant.Opened} of {warrant.Of}", refusedOpened = $"{strict.ServeWarrant().Opened} of {strict.ServeWarrant().Of}";
Display(["apps", "the guest reads", "the warrant opens", "before an alarm"],
    ["believe in new devices", read, opened, $"{ghost.Reading.Read}"],
    ["... and look once a day", read, opened, $"{Unnoticed(TimeSpan.FromDays(1))}"],
    ["... and look once an hour", read, opened, $"{Unnoticed(TimeSpan.FromHours(1))}"],
    ["keep to what they know", refusedRead, refusedOpened, $"{refused.Reading.Read}"]);

// %% [markdown]
// ## The honest counter-argument
//
// Of all the ways in this course, this one leaves the mathematics alone. There is no master key that could be stolen; nothing old is opened; each use
// is an act, against named people, from a day on; and the provider, who acts, sees each order and can count them. It is as near as software comes to
// the policeman at the next table, and it asks for no more than a telephone tap always did.
//
// Its price is not cryptographic either. Apps must show their owners a list that they know to be wrong. From then on a security warning that stays
// away means nothing, for nobody's app, since all run the same code. And the key of the directory is a secret too: in other hands it lists a guest
// for anybody.
//
// ## What this does not show
//
// Whether people compare. Many never do, and then a safety number protects nobody; that is why the checks that need no people matter. Nor an app that
// lies in another way: one with an update of its own can leave out every check (`compelled-update`). Nor the first contact, where no app knows
// anything yet.
//
// ## Exercises
//
// 1. Seize the directory at message 1, then at message 39. What does each give? *Hint: `at:` in `Play`.*
// 2. Which of the two attackers can also write in Alice's name, and why not the other? *Hint: `swapped.Forge(new SwapTheDirectory(),
//    swapped.Leak(AccessSecret.Directory))`, and the same with `ghostly`.*
// 3. The provider takes the false version out of the tree again before Alice looks. Who finds it? *Hint: an `Auditor` needs to know neither names nor
//    keys; [the lying directory](../transparency/LyingDirectory.cs) tries it.*
//
// ## Further reading
//
// - Levy and Robinson, *Principles for a More Informed Exceptional Access Debate*, Lawfare, 2018: the proposal, with its six tests.
// - Melara et al., *CONIKS*, 2015, and Chase et al., *SEEMless*, 2019: directories that overwrite, and that only grow.
// - [Key transparency](../../docs/spec/key-transparency.md): every lie, and who notices.
// - The pairs: [the silent device](../../docs/pairs/strict--ghost-device.md), [the key in the middle](../../docs/pairs/strict--directory-swap.md).
//
// ## The figure

// %%
Figure("Messages that the guest read", ghost.Reading.Read, ghost.Reading.Of, predicted);

using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks.Means;

/// <summary>A device that the directory lists as everybody's second, and that belongs to nobody of them.</summary>
/// <param name="directory">The key that signs what the directory answers.</param>
/// <param name="profile">What of Signal's protocol the phones speak.</param>
/// <param name="target">Whose messages are to be read; null for everybody's.</param>
internal sealed class GhostDevice(DhKeyPair directory, Profile profile, string? target = null) : IInterceptor
{
    private const uint Number = 2;

    private readonly StolenDirectory stolen = new(directory, ThiefRandom.New());
    private readonly Dictionary<string, Device<SignalFunctions>> ghosts = [];
    private readonly Dictionary<int, Guess> guesses = [];

    public IReadOnlyList<Guess> Guesses => [.. guesses.Values];

    public void Forget() => guesses.Clear();

    public ReadOnlyMemory<byte> Answer(Download request, ReadOnlyMemory<byte> genuine) => (request.Kind, request.Device) switch
    {
        (DownloadKind.DeviceList, _) when request.Concerns(target) => stolen.Answer(genuine, list => [.. list.Devices, Entry(list.Name)]),
        (DownloadKind.Bundle, Number) => stolen.Answer(new PublishedBundle(request.Of, Number, GhostOf(request.Of).Publish())),
        _ => genuine,
    };

    /// <summary>Keeps what is meant for a ghost, and lets everything else pass.</summary>
    public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing)
    {
        Envelope envelope = passing.Envelope;
        if (envelope.Device != Number)
            return [passing];
        if (GhostOf(envelope.To).Decrypt(envelope.From, envelope.Message, out byte[] plaintext) == DecryptFailure.None)
            guesses.TryAdd(passing.Message, new(passing.Message, plaintext, new("directory key", $"a second device of {envelope.To}", "plaintext")));
        return [];
    }

    private DeviceEntry Entry(string person)
    {
        Device<SignalFunctions> ghost = GhostOf(person);
        return new(Number, ghost.RegistrationId, ghost.IdentityKey);
    }

    private Device<SignalFunctions> GhostOf(string person)
    {
        if (!ghosts.TryGetValue(person, out Device<SignalFunctions>? ghost))
        {
            SeededRandom random = ThiefRandom.New().Child(string.Create(CultureInfo.InvariantCulture, $"ghost of {person}"));
            ghosts.Add(person, ghost = Device.Create(profile, random));
        }
        return ghost;
    }
}

using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks.Means;

/// <summary>Stands in for everybody towards everybody else: each session of two becomes two sessions with the impostor.</summary>
/// <param name="transcript">The directory as it was when the key was stolen: with its bundles the genuine people are reached.</param>
/// <param name="directory">The key that signs what the directory answers.</param>
/// <param name="target">Whose messages are to be read; null for everybody's.</param>
internal sealed class DirectoryImpostor(Transcript transcript, DhKeyPair directory, string? target = null) : IInterceptor
{
    private readonly StolenDirectory stolen = new(directory, ThiefRandom.New());
    private readonly Dictionary<string, Device<RatchetFunctions>> impostors = [];
    private readonly Dictionary<string, PreKeyBundle> bundles = new(transcript.Directory);
    private readonly List<TranscriptEntry> passed = [];
    private readonly Dictionary<int, Guess> guesses = [];

    /// <summary>What was read in the middle; sender keys that passed through open what was sent to groups.</summary>
    public IReadOnlyList<Guess> Guesses
    {
        get
        {
            var all = new Dictionary<int, Guess>(guesses);
            ReadAfterSessionSeizure.ReadGroups(transcript.With(passed), [], all);
            return [.. all.Values];
        }
    }

    public void Forget()
    {
        guesses.Clear();
        passed.Clear();
    }

    public ReadOnlyMemory<byte> Answer(Download request, ReadOnlyMemory<byte> genuine)
    {
        if (!request.Concerns(target))
            return genuine;
        if (request.Kind == DownloadKind.DeviceList)
            return stolen.Answer(genuine, list => [Entry(list.Name)]);
        if (request.Kind != DownloadKind.Bundle)
            return genuine;
        if (PublishedBundle.TryParse(StolenDirectory.Unsigned(genuine), out PublishedBundle? published))
            bundles[request.Of] = published.Bundle;
        return stolen.Answer(new PublishedBundle(request.Of, request.Device, ImpostorOf(request.Of).Publish()));
    }

    /// <summary>Opens what was encrypted to an impostor and encrypts it again; what the genuine sessions still carry passes.</summary>
    public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing)
    {
        var (from, to) = (passing.Envelope.From, passing.Envelope.To);
        if (!transcript.InFlight.Contains(passing))
            passed.Add(passing);
        if (ImpostorOf(to).Decrypt(from, passing.Envelope.Message, out byte[] plaintext) != DecryptFailure.None)
            return [passing];
        guesses.TryAdd(passing.Message, new(passing.Message, plaintext, new("directory key", $"impostor of {to}", "plaintext")));
        return [passing with { Envelope = passing.Envelope with { Message = Write(from, to, plaintext) } }];
    }

    /// <summary>A message to a genuine person in the name of another.</summary>
    public CiphertextMessage Write(string from, string to, ReadOnlySpan<byte> plaintext)
    {
        Device<RatchetFunctions> sender = ImpostorOf(from);
        if (!sender.HasSession(to) && sender.StartSession(to, bundles[to]) is var refused and not BundleFailure.None)
            throw new InvalidOperationException($"A genuine bundle of {to} was refused: {refused}.");
        return sender.Encrypt(to, plaintext);
    }

    private DeviceEntry Entry(string person)
    {
        Device<RatchetFunctions> impostor = ImpostorOf(person);
        return new(1, impostor.RegistrationId, impostor.IdentityKey);
    }

    private Device<RatchetFunctions> ImpostorOf(string person)
    {
        if (!impostors.TryGetValue(person, out Device<RatchetFunctions>? impostor))
        {
            SeededRandom random = ThiefRandom.New().Child($"impostor of {person}");
            impostors.Add(person, impostor = ThiefPhone.New(transcript, random));
        }
        return impostor;
    }
}

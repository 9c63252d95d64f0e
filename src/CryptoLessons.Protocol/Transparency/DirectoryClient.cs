using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>Key transparency, the client's side: checks every answer of a directory, and remembers what it has seen.</summary>
/// <param name="log">The key of the directory's log.</param>
/// <param name="kind">The kind of the directory.</param>
/// <param name="clock">The client's clock.</param>
/// <param name="maxAge">How old a signed root may be: not much more than an epoch lasts.</param>
public sealed class DirectoryClient(DhPublicKey log, DirectoryKind kind, TimeProvider clock, TimeSpan maxAge)
{
    private readonly Dictionary<string, (int Version, DeviceKeys? Keys)> known = new(StringComparer.Ordinal);

    /// <summary>The signed roots that were seen; <see cref="LogClient.Size"/> is what a question must say.</summary>
    public LogClient Log { get; } = new(log);

    /// <summary>The kind of the directory.</summary>
    public DirectoryKind Kind => kind;

    /// <summary>Checks an answer, and remembers it when it is fine.</summary>
    /// <param name="name">The name that was asked for.</param>
    /// <param name="answer">Whatever came back.</param>
    /// <param name="keys">The key list when it is fine, null for a name that has none; null too when it is not fine.</param>
    public Finding Check(string name, DirectoryAnswer answer, out DeviceKeys? keys)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(answer);
        keys = null;
        Finding finding = Examine(name, answer);
        if (finding != Finding.Fine)
            return finding;
        Log.Remember(answer.Epoch.Signed);
        known[name] = (answer.Version, answer.Keys);
        keys = answer.Keys;
        return Finding.Fine;
    }

    /// <summary>Asks a directory that is at hand, and checks what it answers.</summary>
    /// <param name="directory">The directory, or a fork of it: what it answers is examined as if it had come from far away.</param>
    /// <param name="name">The name that is asked for.</param>
    /// <param name="keys">The key list when the answer is fine, null for a name that has none; null too when it is not fine.</param>
    public Finding Ask(KeyDirectory directory, string name, out DeviceKeys? keys)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return Check(name, directory.LookUp(name, Log.Size), out keys);
    }

    private Finding Examine(string name, DirectoryAnswer answer)
    {
        Finding finding = answer.Epoch.Examine(Log);
        if (finding == Finding.Fine)
            finding = answer.Epoch.Signed.CheckAge(clock.GetUtcNow(), maxAge);
        if (finding != Finding.Fine)
            return finding;
        return !answer.Proves(name, kind) ? Finding.WrongProof
            : IsRewritten(name, answer) ? Finding.HistoryRewritten
            : Finding.Fine;
    }

    /// <summary>
    /// Versions only go up, and what stands under one never changes. This client sees it of names that it asked for; an
    /// <see cref="Auditor"/> sees it of all.
    /// </summary>
    private bool IsRewritten(string name, DirectoryAnswer answer) =>
        kind == DirectoryKind.AppendOnly
        && known.TryGetValue(name, out (int Version, DeviceKeys? Keys) before)
        && (answer.Version < before.Version || answer.Version == before.Version && !Equals(answer.Keys, before.Keys));
}

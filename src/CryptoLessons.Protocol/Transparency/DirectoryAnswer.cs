using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>A directory's answer to the question for a name: its newest key list in an epoch, with the proofs.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="Version">The version of the key list; 0 when the name has none.</param>
/// <param name="Keys">The key list; null when the name has none.</param>
/// <param name="Steps">A proof for each step of the <see cref="VersionLadder"/>.</param>
public sealed record DirectoryAnswer(EpochRoot Epoch, int Version, DeviceKeys? Keys, IReadOnlyList<PrefixProof> Steps)
{
    private const int EpochField = 1;
    private const int VersionField = 2;
    private const int KeysField = 3;
    private const int StepField = 4;

    /// <summary>Whether the tree of the epoch says that this is the newest key list of a name; the epoch itself is not looked at.</summary>
    /// <param name="name">The name that was asked for: the answer does not repeat it.</param>
    /// <param name="kind">The kind of the directory.</param>
    public bool Proves(string name, DirectoryKind kind)
    {
        if (Version < 0 || Version > 0 != Keys is not null)
            return false;
        (int Version, bool Present)[] ladder = [.. VersionLadder.Steps(kind, Version)];
        // Without its own step on the ladder nothing would bind the key list to the tree.
        bool named = Version == 0 || ladder.Contains((Version, true));
        return named
            && ladder.Length == Steps.Count
            && ladder.Zip(Steps).All(pair => Proves(pair.Second, name, pair.First.Version, pair.First.Present));
    }

    /// <summary>The answer on the wire: epoch, version, key list where there is one, and the steps, in the fields 1 to 4.</summary>
    public byte[] Serialize()
    {
        var writer = new WireWriter().Bytes(EpochField, Epoch.Serialize()).Varint(VersionField, (ulong)Version);
        if (Keys is not null)
            writer.Bytes(KeysField, Keys.Serialize());
        foreach (PrefixProof step in Steps)
            writer.Bytes(StepField, step.Serialize());
        return writer.ToArray();
    }

    /// <summary>Reads the wire form; nothing is checked.</summary>
    /// <param name="serialized">Any bytes.</param>
    /// <param name="answer">The answer, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Serialize"/> writes for some answer.</returns>
    public static bool TryParse(ReadOnlySpan<byte> serialized, [NotNullWhen(true)] out DirectoryAnswer? answer) =>
        HashFields.TryParse(serialized, TryRead, value => value.Serialize(), out answer);

    private bool Proves(PrefixProof proof, string name, int version, bool present) =>
        proof.TryVerify(Epoch.Tree, DirectoryLabel.Of(name, version), out TreeHash? value)
        && value is not null == present
        && (version != Version || value == Keys!.Hash);

    private static bool TryRead(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out DirectoryAnswer? answer)
    {
        answer = null;
        EpochRoot? epoch = null;
        int version = -1;
        DeviceKeys? keys = null;
        var steps = new List<PrefixProof>();
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case EpochField when EpochRoot.TryParse(field.Bytes, out epoch): break;
                case VersionField when field.Value <= int.MaxValue: version = (int)field.Value; break;
                case KeysField when DeviceKeys.TryParse(field.Bytes, out keys): break;
                case StepField when PrefixProof.TryParse(field.Bytes, out PrefixProof? step): steps.Add(step); break;
                default: return false;
            }
        if (!reader.Malformed && epoch is not null && version >= 0)
            answer = new(epoch, version, keys, steps);
        return answer is not null;
    }
}

using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>One epoch of a directory: the root of its prefix tree, under a signature that stands for all earlier epochs too.</summary>
/// <param name="Signed">The root of the log of epochs, signed. Its size is the epoch's number.</param>
/// <param name="Consistency">The proof that this log extends the one that whoever asked had seen.</param>
/// <param name="Tree">The root of the prefix tree.</param>
/// <param name="Inclusion">The proof that this root is the last leaf of the log.</param>
public sealed record EpochRoot(SignedRoot Signed, MerkleProof Consistency, TreeHash Tree, MerkleProof Inclusion)
{
    private const int SignedField = 1;
    private const int ConsistencyField = 2;
    private const int TreeField = 3;
    private const int InclusionField = 4;

    /// <summary>The number of the epoch, 1 for the first.</summary>
    public long Epoch => Signed.Size;

    /// <summary>Holds the epoch against what a client has seen; nothing is remembered.</summary>
    /// <returns>What <see cref="LogClient.Examine"/> finds, or <see cref="Finding.WrongProof"/> when the tree is not the epoch's.</returns>
    public Finding Examine(LogClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        Finding finding = client.Examine(Signed, Consistency);
        bool included = Inclusion.Includes(Tree.ToArray(), Epoch - 1, Epoch, Signed.Root);
        return finding == Finding.Fine && !included ? Finding.WrongProof : finding;
    }

    /// <summary>The epoch on the wire: signed root, consistency, tree root and inclusion in the fields 1 to 4.</summary>
    public byte[] Serialize() => new WireWriter()
        .Bytes(SignedField, Signed.Serialize())
        .Bytes(ConsistencyField, Consistency.Serialize())
        .Bytes(TreeField, Tree.ToArray())
        .Bytes(InclusionField, Inclusion.Serialize())
        .ToArray();

    /// <summary>Reads the wire form; nothing is checked.</summary>
    /// <param name="serialized">Any bytes.</param>
    /// <param name="epoch">The epoch, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Serialize"/> writes for some epoch.</returns>
    public static bool TryParse(ReadOnlySpan<byte> serialized, [NotNullWhen(true)] out EpochRoot? epoch) =>
        HashFields.TryParse(serialized, TryRead, value => value.Serialize(), out epoch);

    private static bool TryRead(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out EpochRoot? epoch)
    {
        epoch = null;
        SignedRoot? signed = null;
        MerkleProof? consistency = null, inclusion = null;
        TreeHash? tree = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case SignedField when SignedRoot.TryParse(field.Bytes, out signed): break;
                case ConsistencyField when MerkleProof.TryParse(field.Bytes, out consistency): break;
                case TreeField when field.Bytes.Length == TreeHash.Size: tree = new(field.Bytes); break;
                case InclusionField when MerkleProof.TryParse(field.Bytes, out inclusion): break;
                default: return false;
            }
        if (!reader.Malformed && signed is not null && consistency is not null && tree is { } root && inclusion is not null)
            epoch = new(signed, consistency, root, inclusion);
        return epoch is not null;
    }
}

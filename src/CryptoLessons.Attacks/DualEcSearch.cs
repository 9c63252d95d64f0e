using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Attacks;

/// <summary>Guesses the bits that an installation's number lacks; the right guess gives the phone's identity key.</summary>
/// <param name="trapdoor">The number d.</param>
/// <param name="constants">The points that are built into the app.</param>
public sealed class DualEcSearch(DualEcTrapdoor trapdoor, DualEcConstants constants) : GeneratorSearch
{
    private readonly HashSet<string> tried = [];

    /// <inheritdoc/>
    public override FoundGenerator? Hear(string sender, DhPublicKey identityKey, InterceptedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        byte[] id = InstallationId.Of(message.Ciphertext.Span).ToArray();
        // It stands in each message, and another try would find no more.
        if (!tried.Add($"{sender} {Convert.ToHexString(id)}"))
            return null;
        long trials = 0;
        foreach (DualEcCandidate candidate in trapdoor.Candidates(constants, id))
        {
            trials++;
            DualEcDrbg generator = candidate.Next();
            if (Is(generator, identityKey))
                return new(generator, new("the number d", $"installation number of {sender}", "state of its generator"), trials);
        }
        return null;
    }
}

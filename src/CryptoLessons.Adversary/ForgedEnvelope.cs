using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Adversary;

/// <summary>An envelope that its alleged sender never sent.</summary>
/// <param name="Kind">What it means when the recipient accepts it.</param>
/// <param name="Envelope">The envelope.</param>
/// <param name="How">How the forger came to its key.</param>
public sealed record ForgedEnvelope(Forged Kind, Envelope Envelope, Derivation How);

/// <summary>The strongest forging that an honest recipient's device accepted, weakest first.</summary>
public enum Forged
{
    /// <summary>Nothing was accepted.</summary>
    None,

    /// <summary>One message in place of another, or in the place of one still to come.</summary>
    Slot,
}

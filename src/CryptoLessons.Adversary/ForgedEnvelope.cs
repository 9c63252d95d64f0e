using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Adversary;

/// <summary>An envelope that its alleged sender never sent.</summary>
/// <param name="Kind">What it means when the recipient accepts it.</param>
/// <param name="Envelope">The envelope.</param>
/// <param name="How">How the forger came to its key.</param>
/// <param name="OnTheWire">Who answers meanwhile in the provider's place; nobody when null.</param>
public sealed record ForgedEnvelope(Forged Kind, Envelope Envelope, Derivation How, IInterceptor? OnTheWire = null);

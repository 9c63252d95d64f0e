using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Designs;

/// <summary>What a messenger's app runs on each phone: the one thing in which messengers on Signal's protocol differ.</summary>
/// <typeparam name="TFunctions">The ratchet's suite.</typeparam>
/// <param name="Suite">A phone's suite, from its own streams and the time.</param>
/// <param name="Handshake">A phone's handshake, from its own streams; Signal's when left out.</param>
/// <param name="Policy">What the app believes of what the directory says.</param>
/// <param name="Generator">The generator, begun from true randomness, from which a phone draws all its keys; when left out, keys are true
/// randomness.</param>
/// <param name="Sold">What a phone runs above Signal's suite that anybody can buy; nothing when left out, as where recipients ask for no
/// more.</param>
internal sealed record App<TFunctions>(
    Func<PersonStreams, TimeProvider, TFunctions> Suite,
    Func<PersonStreams, HandshakeFunctions>? Handshake = null,
    DirectoryPolicy Policy = DirectoryPolicy.AsTheOwnersSay,
    Func<SeededRandom, RandomSource>? Generator = null,
    Func<RatchetFunctions, RatchetFunctions>? Sold = null)
    where TFunctions : RatchetFunctions;

using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Benchmarks;

/// <summary>Two devices with an open session between them, and one plaintext that they send to and fro.</summary>
/// <remarks>Every message that is received is checked: a benchmark never measures a refusal.</remarks>
/// <typeparam name="TFunctions">The suite that both devices run.</typeparam>
/// <param name="alice">The initiator's device.</param>
/// <param name="bob">The responder's device.</param>
internal sealed class Correspondence<TFunctions>(Device<TFunctions> alice, Device<TFunctions> bob)
    where TFunctions : RatchetFunctions
{
    private readonly byte[] plaintext = [.. Enumerable.Range(0, Correspondence.PlaintextSize).Select(i => (byte)i)];

    public Device<TFunctions> Alice { get; } = alice;

    public Device<TFunctions> Bob { get; } = bob;

    /// <summary>Alice takes a bundle that Bob makes.</summary>
    public void OpenSession()
    {
        if (Alice.StartSession(Correspondence.Bob, Bob.Publish()) is var failure and not BundleFailure.None)
            throw new InvalidOperationException($"An honest bundle was refused: {failure}.");
    }

    /// <summary>Alice encrypts, in the chain in which she is.</summary>
    public CiphertextMessage Send() => Alice.Encrypt(Correspondence.Bob, plaintext);

    /// <summary>Bob decrypts.</summary>
    public void Receive(CiphertextMessage message) => Check(Bob.Decrypt(Correspondence.Alice, message, out byte[] opened), opened);

    /// <summary>Alice encrypts and Bob decrypts: a Diffie-Hellman step for Bob when he was the last to write.</summary>
    public void Turn() => Receive(Send());

    /// <summary>Bob encrypts and Alice decrypts: a Diffie-Hellman step for Alice when she was the last to write.</summary>
    public void TurnBack() =>
        Check(Alice.Decrypt(Correspondence.Bob, Bob.Encrypt(Correspondence.Alice, plaintext), out byte[] opened), opened);

    /// <summary>Throws unless a message opened to the plaintext that both ends know.</summary>
    public void Check(DecryptFailure failure, ReadOnlySpan<byte> opened)
    {
        if (failure != DecryptFailure.None || !opened.SequenceEqual(plaintext))
            throw new InvalidOperationException($"A message did not open, or not to what was sent: {failure}.");
    }
}

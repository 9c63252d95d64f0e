using CryptoLessons.Adversary;
using CryptoLessons.Attacks.SeizedPhone;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.SeizedPhone;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>What a court's order to the keeper of a phone's backup reads, by who has the backup's key.</summary>
/// <param name="Messages">How many messages are in the backup.</param>
/// <param name="ProvidersKey">How many the provider opened where the key is its own.</param>
/// <param name="WithoutAnOrder">Control: how many it opened of the same backup for a paper that its court did not sign.</param>
/// <param name="OwnersKey">How many it opened where the key is the owner's.</param>
/// <param name="OwnersKeyGuessed">How many were read of that backup after every code of four digits was tried on it.</param>
/// <param name="OwnersCode">How many it opened where the key follows from a code of four digits that the owner knows.</param>
/// <param name="OwnersCodeGuessed">How many were read of that backup by trying codes.</param>
/// <param name="Guesses">How many codes that took.</param>
public sealed record OrderedBackup(
    int Messages, int ProvidersKey, int WithoutAnOrder, int OwnersKey, int OwnersKeyGuessed, int OwnersCode, int OwnersCodeGuessed, int Guesses)
{
    private const int Digits = 4;

    /// <summary>Plays a conversation under Signal's protocol as it is, backs the target's messages up, and serves the order.</summary>
    /// <param name="conversation">At least two people and two messages.</param>
    /// <param name="at">Number of the message after which the backup is made, from 1.</param>
    /// <param name="target">Whose backup.</param>
    /// <param name="seed">Draws code and keys.</param>
    public static OrderedBackup Run(Conversation conversation, int at, string target, long seed = MatrixRequest.DefaultSeed)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        DeviceLoot app = Strict.Design.Play(conversation, at, target, seed).DeviceSeizure().Devices[0];
        ReadOnlyMemory<byte>[] messages = [.. app.History.Select(message => message.Plaintext)];
        SeededRandom random = new SeededRandom(seed).Child("ordered backup");
        Court court = new(random.Child("court")), another = new(random.Child("another court"));
        var provider = new BackupProvider(court.PublicKey, random.Child("provider"));
        DateTimeOffset now = conversation.Messages[at - 1].Time;

        int Serve(Court signing, out CloudBackup? held)
        {
            provider.Serve(signing.Issue(target, now, now), out held, out IReadOnlyList<ReadOnlyMemory<byte>>? contents);
            return Right(contents);
        }

        int Right(IReadOnlyList<ReadOnlyMemory<byte>>? contents) =>
            messages.Zip(contents ?? []).Count(pair => pair.First.Span.SequenceEqual(pair.Second.Span));

        provider.Keep(target, messages);
        int providersKey = Serve(court, out _), withoutAnOrder = Serve(another, out _);

        using StorageKey key = StorageKey.Generate(random.Child("owner's key"));
        provider.Keep(target, CloudBackup.Seal(messages, key, random));
        int ownersKey = Serve(court, out CloudBackup? locked);
        GuessedCode inVain = GuessTheCode.Open(locked!, Digits);

        provider.Keep(target, CloudBackup.Seal(messages, Passcode.Random(Digits, random.Child("owner's code")), random));
        int ownersCode = Serve(court, out CloudBackup? weak);
        GuessedCode guessed = GuessTheCode.Open(weak!, Digits);
        return new(messages.Length, providersKey, withoutAnOrder, ownersKey, Right(inVain.Contents), ownersCode, Right(guessed.Contents), guessed.Guesses);
    }
}

using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>Any messenger, in the hands of people who put what they say into an envelope of their own before they hand it over.</summary>
public static class DoubleEnvelope
{
    /// <summary>The same messenger, in which everybody in the conversation encrypts once more: it carries what nobody else can read, and everybody
    /// sees that it does.</summary>
    public static Design EncryptTwice(Design design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return design with
        {
            Deployed = (script, random, profile) => new EvadingDeployment(
                design.Deployed(script, random, profile),
                script.Conversation.SelectMany(message => (IEnumerable<string>)[message.From, .. message.To]).ToHashSet(),
                random.Child("evaders")),
        };
    }

    /// <summary>The same messenger, in which people hide a second message in their ratchet keys, one byte in each: nobody without the double key
    /// sees that they do, even who holds all others.</summary>
    /// <remarks>Two people who write to each other: somebody with several sessions draws the keys of all of them from one place, and what they say is
    /// then spread over all of them. Where phones draw all keys from a generator that somebody knows, drawing more of them than the genuine app does
    /// also takes them out of step with whoever builds the phone once more.</remarks>
    /// <param name="design">A messenger on Signal's protocol.</param>
    /// <param name="shared">What they agreed on when they met.</param>
    /// <param name="hidden">What each of them hides, at most 255 bytes of UTF-8; it arrives as far as there are turns of the conversation.</param>
    /// <exception cref="ArgumentException">The messenger does not speak Signal's protocol; or, when it is deployed, somebody who hides something has
    /// no phone.</exception>
    public static Design Hide(Design design, AnamorphicKey shared, IReadOnlyDictionary<string, string> hidden)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(shared);
        ArgumentNullException.ThrowIfNull(hidden);
        if (!HasRatchetKeys(design))
            throw new ArgumentException($"In {design.Id} nobody draws ratchet keys: there is nothing to hide a message in.", nameof(design));
        return design with
        {
            Deployed = (script, random, profile) =>
            {
                if (hidden.Keys.FirstOrDefault(person => !script.People.Contains(person)) is { } stranger)
                    throw new ArgumentException($"{stranger} takes no part in what is played, and can hide nothing in it.", nameof(hidden));
                var messenger = (Deployment)design.Deployed(script, random, profile);
                foreach (var (person, text) in hidden)
                    messenger.Hide(person, shared, Encoding.UTF8.GetBytes(text));
                return messenger;
            },
        };
    }

    /// <summary>Whether the phones of a messenger draw ratchet keys.</summary>
    public static bool HasRatchetKeys(Design design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return design.Functions.Contains(typeof(SignalFunctions));
    }

    /// <summary>What a recipient with the double key reads in the headers of what came from a sender.</summary>
    /// <returns>Null when it has not all come; something without any sense with another key.</returns>
    public static string? Read(Transcript transcript, string sender, string recipient, AnamorphicKey shared)
    {
        ArgumentNullException.ThrowIfNull(shared);
        return shared.Read(RatchetKeys(transcript, sender, recipient)) is { } hidden ? Encoding.UTF8.GetString(hidden) : null;
    }

    /// <summary>The ratchet keys in the headers of what one person sent to another, in the order of sending.</summary>
    public static IEnumerable<DhPublicKey> RatchetKeys(Transcript transcript, string sender, string recipient)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        return from entry in transcript.Entries
               where entry.Envelope.From == sender && entry.Envelope.To == recipient
               let message = transcript.Parse(entry)
               where message is not null
               select message.Header.Dh;
    }
}

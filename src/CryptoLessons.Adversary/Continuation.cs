using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Adversary;

/// <summary>How a play goes on after the compromise, on a copy of the deployment.</summary>
/// <param name="script">What is said.</param>
/// <param name="at">Number of the message at which the compromise happened.</param>
/// <param name="inFlight">The envelopes under way at the compromise.</param>
internal sealed class Continuation(Script script, int at, IReadOnlyList<TranscriptEntry> inFlight)
{
    /// <summary>Plays on, deliveries one by one as they happen; whoever stops asking stops the play.</summary>
    /// <param name="deployment">Changed by it.</param>
    /// <param name="interceptor">Who sits on the wire; nobody when null.</param>
    /// <param name="leavesAfter">Number of the last message of the conversation that passes through the interceptor's hands; null for ever.</param>
    public IEnumerable<Delivery> Play(IDeployment deployment, IInterceptor? interceptor = null, int? leavesAfter = null)
    {
        deployment.Tap(interceptor);
        foreach (TranscriptEntry entry in inFlight)
            foreach (Delivery delivery in Deliver(deployment, entry, interceptor))
                yield return delivery;
        foreach (ScriptedMessage message in script.Messages.SkipWhile(message => message.Number != at).Skip(1))
        {
            if (message.Number > leavesAfter && message.Number <= script.ConversationLength)
                deployment.Tap(interceptor = null);
            foreach (var envelope in deployment.Send(message))
                foreach (Delivery delivery in Deliver(deployment, new(message.Number, envelope), interceptor))
                    yield return delivery;
        }
    }

    /// <summary>Plays on to the end.</summary>
    public void PlayOut(IDeployment deployment, IInterceptor interceptor)
    {
        foreach (Delivery _ in Play(deployment, interceptor))
        {
            // Safe because deliveries happen when they are asked for: there is nothing else to be done with them.
        }
    }

    private IEnumerable<Delivery> Deliver(IDeployment deployment, TranscriptEntry sent, IInterceptor? interceptor)
    {
        foreach (var (number, envelope) in interceptor?.Intercept(sent) ?? [sent])
        {
            DecryptFailure failure = deployment.Deliver(envelope, out byte[] shown);
            bool asSaid = failure == DecryptFailure.None && script.ByNumber[sent.Message].Plaintext.Span.SequenceEqual(shown);
            yield return new(number, envelope.To, interceptor is not null, failure, asSaid);
        }
    }
}

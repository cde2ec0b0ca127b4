using System.Security.Claims;
using System.Security.Cryptography;
using FashionRecs.Application.Research.Lab;
using FashionRecs.Experiments.Lab;
using FashionRecs.Web.Accounts;
using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.DataProtection;

namespace FashionRecs.Web.Shop.Studies;

/// <summary>
/// Remembers whose link was opened in a browser. From agreeing until they are done, participants are a shopper of their own, apart from
/// whoever they are in the shop, and the same one on all of their devices.
/// </summary>
public sealed class StudyCookie(IDataProtectionProvider protection, LabVisits visits)
{
    /// <summary>Name of the cookie.</summary>
    public const string Name = "fashionrecs-study";

    // Long enough to finish another day.
    private static readonly TimeSpan Age = TimeSpan.FromDays(30);

    private readonly IDataProtector protector = protection.CreateProtector("FashionRecs.Study.v1");

    /// <summary>The pass of a browser; null for none, or one that this installation did not write.</summary>
    public StudyPass? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[HostCookies.NameOf(Name, context)] is { } cookie
                ? StudyPass.TryRead(protector.Unprotect(cookie)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Gives a browser the pass of a link; one that has it keeps its own.</summary>
    public void Write(HttpContext context, string experiment, int number)
    {
        var device = Read(context) is { } before && before.Experiment == experiment && before.Number == number ? before.Device
            : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        context.Response.Cookies.Append(HostCookies.NameOf(Name, context),
            protector.Protect(new StudyPass(experiment, number, device).ToString()), HostCookies.Options(context, Age));
    }

    /// <summary>Makes the request's user the participant; false where it is nobody's who is in the middle of a study.</summary>
    public async Task<bool> RecogniseAsync(HttpContext context)
    {
        if (Read(context) is not { } pass || await visits.FindAsync(pass.Experiment, pass.Number) is not
            { Runs: true, Participant: { TakesPart: true } participant, Step.Kind: not LabStepKind.Done })
        {
            return false;
        }

        context.User.AddIdentity(new ClaimsIdentity(
            [new Claim(ShopperCookie.Claim, participant.Unit.ToString("N")), new Claim(StudyPass.Claim, pass.ToString())]));
        return true;
    }
}

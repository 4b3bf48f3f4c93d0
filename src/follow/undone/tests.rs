//! What tells of itself that it was not done, and what only sounds so.

use super::{is_all_undone, is_undone};
use crate::follow::tells_done;

#[test]
fn only_what_says_of_itself_that_it_was_not_done_is_told_so() {
    for undone in [
        "The launch of the drop-in was postponed to May",
        "The June session was cancelled because the hall was flooded",
        "The parents' evening has been put off",
        "Postponed the visit to the nursery",
        "The training has not yet taken place",
        "The handbook hasn't been published",
        "The second session was not held owing to snow",
        "The youth panel will meet in June 2025",
        "The guide is still to be agreed with the heads",
        "Did not run the evening for parents",
        "The clinic was put off to May and will be held at the school",
        "The map is not yet finished",
        "Put off the visit to the family centre at Oxmere",
        "Had to put off the visit to the family centre at Oxmere",
        "Put the visit to the family centre at Oxmere off until June",
        "Deferred the visit to the family centre at Oxmere",
        "Delayed the visit to the family centre at Oxmere",
        "Visit to the family centre at Oxmere deferred",
        "Visit to the family centre at Oxmere put off",
        "Visit to the family centre at Oxmere: delayed",
        "Could not visit the family centre at Oxmere",
        "We were unable to visit the family centre at Oxmere",
        "Unable to visit the family centre at Oxmere",
        "Unable to visit the family centre at Oxmere, because the road was closed",
        "Failed to visit the family centre at Oxmere",
        "Not able to visit the family centre at Oxmere",
        "Were not able to train the mentors",
        "The visit to the family centre at Oxmere fell through",
        "The meeting fell through when the hall was double booked",
        "The visit to the family centre at Oxmere had to wait",
        "The visit had to be called off",
        "No visit to the family centre at Oxmere took place",
        "No parents\u{2019} guide was published",
        "The family centre at Oxmere was not visited",
        "Still to visit the family centre at Oxmere",
        "Have yet to visit the family centre at Oxmere",
        "Cancelled the visit to the family centre at Oxmere",
        "Called off the visit to the family centre at Oxmere",
        "Visit to the family centre at Oxmere (not done)",
        "Visit to the family centre at Oxmere: no progress",
        "Paused the visits to the family centre at Oxmere",
        "The heads were not able to meet",
        "The spring conference will now be held in June 2026",
        "Recruited no mentors for Oakhill",
        "The visit was postponed until May",
        "Moved the visit to the family centre at Oxmere to next term",
        "The mentor visits are on hold until May",
    ] {
        assert!(is_undone(undone) && is_all_undone(undone), "{undone}");
    }
    for done in [
        "The postponed parents' evening was held on 4 June with 90 parents",
        "The visit postponed from March took place",
        "The visit, which was postponed in March, took place in June",
        "The paused club reopened on 3 June",
        "Since the clinic was moved to the school, 40 families have come",
        "Not only trained staff but also ran two parent evenings",
        "Unable to find a hall, the team ran the training online for 60 staff",
        "Families held up as examples spoke at the forum",
        "Five pupils were moved to a smaller class at their own wish",
        "Not one of the nine schools was left out",
        "No longer charges schools",
        "The training was postponed in May and held on 3 June",
        "The training postponed in May was held on 3 June",
        "The training was postponed in May (held on 3 June)",
        "The evening was not held at Hill Primary: Dale Primary gave its hall",
        "The evening was not held online",
        "The club did not open until May",
        "Two pupils with plans were moved",
        "No pupil has been excluded",
        "Pupils who have not visited the college were offered a day there",
        "Told parents that the evening was cancelled",
        "The scheme was abandoned, and families came to the centre instead",
        "Attendance officers did not give up on a family",
        "Parents will know whom to ask",
        "Moved the meetings to the school",
        "Could not open the club until May",
        "The team was not able to meet until May",
        "Put in place a rota for the breakfast club",
        "Failed applications were reviewed with the heads",
        "Visited those unable to travel to the centre",
        "No incidents took place at the fair",
        "No school was visited by the police",
        "Unable to reach the parents by telephone, wrote to all of them",
        "Unable to visit, so met the heads online",
        "Put off by the cost, families were given free places",
        "Held no fewer than ten meetings",
        "Put the leaflets in the post and turned off the old line",
        "Cancelled the fines of nine parents",
        "Visited the six schools (postponed)",
        "Help for pupils whose trip was cancelled",
        "Catch-up lessons for the days cancelled because of snow",
        "Schools that failed to reply were telephoned",
    ] {
        assert!(!is_undone(done), "{done}");
    }
}

#[test]
fn what_is_told_as_done_is_neither_undone_nor_open() {
    for done in [
        "Put in place a rota for the breakfast club",
        "No pupil was excluded",
        "Failed applications were reviewed",
        "Visited those unable to travel",
        "Met the six heads, who had not heard of the scheme before",
        "Drafted a letter to parents",
        "The postponed parents' evening was held on 4 June",
        "Unable to visit, so met the heads online",
    ] {
        assert!(tells_done(done), "{done}");
    }
    // Whether a thing was done after all is open: it is told as neither.
    for open in [
        "Rescheduled the visit to the family centre at Oxmere",
        "Findings were due to be presented to the board but the meeting was moved",
        "Ravelsby College declined to agree the protocol",
        "The scheme was abandoned, and families came to the centre instead",
        "The parents\u{2019} guide is published; the launch event was postponed",
        "The launch event was postponed; the parents\u{2019} guide is published",
        "The parents\u{2019} guide was published, but the launch event was postponed",
        "The parents\u{2019} guide is published and the launch event was postponed",
        "Pupils are matched; the mentors are yet to be trained",
        "The hall is booked, and the visit will be held in June",
    ] {
        assert!(!tells_done(open) && !is_all_undone(open), "{open}");
    }
    for undone in ["Unable to visit the family centre", "The visit was cancelled", "No visit took place"] {
        assert!(!tells_done(undone), "{undone}");
    }
}
